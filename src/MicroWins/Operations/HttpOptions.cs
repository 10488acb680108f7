using System.Net;

namespace MicroWins.Operations;

/// <summary>Where the program listens, for Telegram's webhook and for those who ask how it is. The section "Http" of the configuration.</summary>
public sealed class HttpOptions
{
    /// <summary>The section of the configuration that this is read from.</summary>
    public const string Section = "Http";

    /// <summary>The port; 0 = the program listens nowhere.</summary>
    public int Port { get; init; }

    /// <summary>The address of this machine that is listened on. Loopback unless said otherwise: a proxy on the same machine needs no more.</summary>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>Whether the program listens at all.</summary>
    public bool Listens => Port is not 0;

    internal IPAddress ListensOn => IPAddress.Parse(Address);

    /// <summary>Where this machine reaches the program.</summary>
    internal Uri FromHere
    {
        get
        {
            var address = ListensOn;
            var near = address.Equals(IPAddress.Any) ? IPAddress.Loopback : address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : address;
            return new UriBuilder(Uri.UriSchemeHttp, near.ToString(), Port).Uri;
        }
    }

    /// <summary>One sentence for each wrong value: the key, and what would be right.</summary>
    public IEnumerable<string> Problems()
    {
        if (Port is < 0 or > 65535) yield return "Http:Port must be a port from 1 to 65535, as in 8080, or 0 to listen nowhere.";
        if (!IPAddress.TryParse(Address, out _)) yield return "Http:Address must be an IP address of this machine: 127.0.0.1 for a proxy beside the program, 0.0.0.0 for every way in.";
    }
}
