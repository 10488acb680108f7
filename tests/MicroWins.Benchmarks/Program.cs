using BenchmarkDotNet.Running;
using MicroWins.Benchmarks.Load;

#pragma warning disable RS0030 // This is the one place that chooses the real clock.
var clock = TimeProvider.System;
#pragma warning restore RS0030

if (LoadCommand.Knows(args)) return await LoadCommand.Build(clock).Parse(args).InvokeAsync();
BenchmarkSwitcher.FromAssembly(typeof(MicroWins.Benchmarks.Sizing.SizingBenchmarks).Assembly).Run(args);
return 0;
