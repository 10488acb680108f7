using Xunit.Abstractions;
using Xunit.Sdk;

namespace MicroWins.Tests.Support;

/// <summary>Marks a class whose tests need PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsPostgresAttribute : Attribute;

/// <summary>A fact that is shown as skipped, by its name and with the reason, in a class that needs PostgreSQL where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("MicroWins.Tests.Support." + nameof(StoreFactDiscoverer), "MicroWins.Tests")]
public sealed class StoreFactAttribute : FactAttribute;

public sealed class StoreFactDiscoverer(IMessageSink messages) : FactDiscoverer(messages)
{
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        new StoreTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod);
}

public sealed class StoreTestCase : XunitTestCase
{
    [Obsolete("xunit needs it to read a test case back.")]
    public StoreTestCase() { }

    public StoreTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(messages, display, options, method) { }

    protected override string GetSkipReason(IAttributeInfo factAttribute) =>
        TestMethod.TestClass.Class.GetCustomAttributes(typeof(NeedsPostgresAttribute).AssemblyQualifiedName).Any() && PostgresServer.Missing is { } reason
            ? reason
            : base.GetSkipReason(factAttribute);
}
