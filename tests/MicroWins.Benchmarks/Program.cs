using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(MicroWins.Benchmarks.Sizing.SizingBenchmarks).Assembly).Run(args);
return 0;
