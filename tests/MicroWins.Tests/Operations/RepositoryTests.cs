using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.Configuration;

namespace MicroWins.Tests.Operations;

/// <summary>Holds the files that an operator uses against the program as it is.</summary>
public sealed partial class RepositoryTests
{
    static readonly string Root = Path.GetDirectoryName(
        typeof(RepositoryTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Docs").Value!)!;

    public static TheoryData<string> Files => ["Dockerfile", "compose.yaml", "docs/operating.md"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_setting_that_is_named_is_a_setting(string file)
    {
        var text = File.ReadAllText(Path.Combine(Root, file));
        var keys = Variable().Matches(text).Concat(Key().Matches(text)).Select(match => $"{match.Groups["section"].Value}:{match.Groups["key"].Value}").Distinct().ToList();

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains(key.ToLowerInvariant(), Known));
    }

    [Fact]
    public void Every_setting_stands_in_the_settings_that_are_shipped()
    {
        var shipped = new ConfigurationBuilder().AddJsonFile(Path.Combine(Root, "appsettings.json")).Build();

        Assert.All(Known, key => Assert.Contains(key.Split(':')[1], shipped.GetSection(key.Split(':')[0]).GetChildren().Select(child => child.Key.ToLowerInvariant())));
    }

    [Fact]
    public void Everything_that_the_image_is_built_from_is_there()
    {
        var copied = CopyLine().Matches(File.ReadAllText(Path.Combine(Root, "Dockerfile")))
            .SelectMany(line => line.Groups["paths"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..^1]).ToList();

        Assert.True(copied.Count > 5);
        Assert.All(copied, path => Assert.True(Path.Exists(Path.Combine(Root, path)), path));
        Assert.DoesNotContain(copied, path => File.ReadAllLines(Path.Combine(Root, ".dockerignore")).Contains(path));
    }

    [Fact]
    public void Every_package_of_the_list_is_used()
    {
        var listed = XDocument.Load(Path.Combine(Root, "Directory.Packages.props")).Descendants("ItemGroup")
            .Where(group => group.Attribute("Label")?.Value.StartsWith("Transitive", StringComparison.Ordinal) is not true)
            .SelectMany(group => group.Elements("PackageVersion")).Select(package => package.Attribute("Include")!.Value);
        var projects = Directory.EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories).Append(Path.Combine(Root, "Directory.Build.props"));
        var used = projects.SelectMany(project => XDocument.Load(project).Descendants("PackageReference")).Select(package => package.Attribute("Include")!.Value).ToHashSet();

        Assert.Empty(listed.Except(used));
    }

    [Fact]
    public void No_statement_has_a_limit_or_a_pattern_for_which_it_is_prepared_anew_each_time()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();

        Assert.Contains(sources, source => source.Contains("limit @most + 0", StringComparison.Ordinal));
        Assert.All(sources, source => Assert.DoesNotMatch(@"limit @\w+\b(?! \+ 0)|like @", source));
    }

    static IReadOnlyList<string> Known { get; } =
    [
        .. from options in typeof(Settings).GetProperties(BindingFlags.Public | BindingFlags.Instance)
           let section = (string)options.PropertyType.GetField("Section")!.GetRawConstantValue()!
           from key in options.PropertyType.GetProperties().Where(property => property.SetMethod is not null)
           select $"{section}:{key.Name}".ToLowerInvariant(),
    ];

    [GeneratedRegex(@"\b(?<section>[A-Z][A-Za-z]+)__(?<key>[A-Z][A-Za-z]+)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\b(?<section>Telegram|Llm|Storage|CheckIns|Http|Telemetry|Logging):(?<key>[A-Z][A-Za-z]+)")]
    private static partial Regex Key();

    [GeneratedRegex(@"^COPY (?!--from)(?<paths>.+)$", RegexOptions.Multiline)]
    private static partial Regex CopyLine();
}
