namespace MicroWins.Operations;

/// <summary>Asks the bot on this machine how it is, for a container whose image has no other program to ask with.</summary>
sealed class HealthVerb(HttpOptions options, TextWriter output)
{
    /// <summary>Less than a container engine waits for a check.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <returns>True where it does its work.</returns>
    /// <exception cref="WrongSettingsException">The bot listens nowhere, so it cannot be asked.</exception>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        if (!options.Listens) throw new WrongSettingsException(["Http:Port is not set, so the bot cannot be asked how it is: set it for the bot and for this, as in 8080."]);
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(new Uri(options.FromHere, Health.Ready), cancel);
            await output.WriteLineAsync(await answer.Content.ReadAsStringAsync(cancel));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            await output.WriteLineAsync($"No answer on {options.FromHere}.");
            return false;
        }
    }
}
