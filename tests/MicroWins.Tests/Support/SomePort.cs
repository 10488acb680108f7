using System.Net;
using System.Net.Sockets;

namespace MicroWins.Tests.Support;

/// <summary>A port of this machine that nobody listens on.</summary>
public static class SomePort
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
