using Microsoft.Extensions.Configuration;

namespace MicroWins.Tests.Support;

/// <summary>Settings as the program reads them, with a dictionary in place of the environment.</summary>
static class SomeSettings
{
    /// <param name="settings">What is set besides the keys of the test run.</param>
    public static Settings Of(params (string Key, string Value)[] settings) => Settings.Read(new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
        .AddInMemoryCollection([new("Storage:KeyPath", SomeKeys.Folder.FullName), .. settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))])
        .Build());
}
