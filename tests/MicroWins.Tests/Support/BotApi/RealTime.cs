namespace MicroWins.Tests.Support.BotApi;

/// <summary>The machine's clock, for a server that waits on real sockets. What a test measures takes a clock of the test's.</summary>
public sealed class RealTime : TimeProvider;
