using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using MicroWins.Rules;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace MicroWins.Tests;

/// <summary>Holds the arrows of the house: who may know whom.</summary>
public sealed class ArchitectureTests
{
    static readonly System.Reflection.Assembly Bot = typeof(Settings).Assembly;

    static readonly Architecture House = new ArchLoader().LoadAssemblies(Bot, typeof(MicroGoal).Assembly).Build();

    /// <summary>For each folder of the bot, the folders that it may use besides itself. Every folder has a line here.</summary>
    public static TheoryData<string, string[]> Arrows => new()
    {
        { "Storage", [] },
        { "Measures", [] },
        { "Messaging", ["Storage", "Measures"] },
        { "Goals", ["Storage"] },
        { "CheckIns", ["Storage"] },
        { "Pictures", [] },
        { "Exports", [] },
        { "Coaching", ["Storage", "Measures"] },
        { "Privacy", ["CheckIns", "Messaging", "Storage"] },
        { "Conversations", ["Coaching", "Goals", "CheckIns", "Messaging", "Pictures", "Exports", "Privacy", "Storage", "Measures"] },
        { "Workers", ["Conversations", "Coaching", "Goals", "CheckIns", "Messaging", "Pictures", "Exports", "Privacy", "Storage", "Measures"] },
        { "Channels", ["Messaging", "Measures"] },
        { "Operations", ["Channels", "Workers", "Messaging", "Storage", "Measures"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void A_folder_knows_only_those_below_it(string folder, string[] allowed)
    {
        var forbidden = Folders.Except([folder, .. allowed]).ToList();

        IArchRule rule = Types().That().ResideInNamespaceMatching(In([folder]))
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(In(forbidden)));

        Assert.Empty(rule.Evaluate(House).Where(result => !result.Passed).Select(result => result.Description));
    }

    [Fact]
    public void Every_folder_has_its_arrows() =>
        Assert.Equal(Folders.Order(), Arrows.Select(arrow => (string)arrow[0]).Order());

    [Fact]
    public void The_rules_know_nothing_but_words_for_time()
    {
        var known = typeof(MicroGoal).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

        Assert.All(known, name => Assert.True(name is "NodaTime" || name.StartsWith("System.", StringComparison.Ordinal), name));
        Assert.DoesNotContain(known, name => name.StartsWith("System.Net", StringComparison.Ordinal) || name is "System.Console" or "System.IO.FileSystem");
    }

    static IEnumerable<string> Folders => Bot.GetTypes()
        .Select(type => type.Namespace ?? "")
        .Where(name => name.StartsWith("MicroWins.", StringComparison.Ordinal))
        .Select(name => name.Split('.')[1])
        .Distinct();

    static string In(IEnumerable<string> folders) => $@"^MicroWins\.({string.Join('|', folders)})(\.|$)";
}
