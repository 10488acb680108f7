using System.CommandLine;
using MicroWins;

#pragma warning disable RS0030 // This is the one place that chooses the real clock.
var clock = TimeProvider.System;
#pragma warning restore RS0030

return await CommandLine.Build(clock).RunAsync(args);
