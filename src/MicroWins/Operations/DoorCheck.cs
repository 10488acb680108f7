using System.Net.Sockets;

namespace MicroWins.Operations;

/// <summary>Whether the bot can listen where it is to, for doctor.</summary>
static class DoorCheck
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<(bool IsWell, string Sentence)> AskAsync(HttpOptions options, CancellationToken cancel)
    {
        if (!options.Listens) return (true, "closed: updates are asked for, and nobody asks how the bot is. Http:Port opens it.");
        try
        {
            using var listener = new TcpListener(options.ListensOn, options.Port);
            listener.Start();
            return (true, $"{options.Address}:{options.Port} is free.");
        }
        catch (SocketException failure) when (failure.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            return await IsOursAsync(options, cancel)
                ? (true, $"the bot listens on {options.Address}:{options.Port} already.")
                : (false, $"{options.Address}:{options.Port} is taken by another program: choose another Http:Port.");
        }
        catch (SocketException failure)
        {
            return (false, $"{options.Address}:{options.Port} cannot be listened on ({failure.SocketErrorCode}): check Http:Address and Http:Port.");
        }
    }

    static async Task<bool> IsOursAsync(HttpOptions options, CancellationToken cancel)
    {
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            return (await http.GetStringAsync(new Uri(options.FromHere, Health.Live), cancel)).Contains("\"loops\"", StringComparison.Ordinal);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}
