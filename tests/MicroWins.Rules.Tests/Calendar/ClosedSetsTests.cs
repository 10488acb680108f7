using System.Reflection;
using MicroWins.Rules.Calendar;
using MicroWins.Rules.Evidence;
using MicroWins.Rules.Exams;
using MicroWins.Rules.Scaling;

namespace MicroWins.Rules.Tests.Calendar;

public class ClosedSetsTests
{
    [Theory]
    [InlineData(typeof(DueAnswer), 4)]
    [InlineData(typeof(QuietAnswer), 2)]
    [InlineData(typeof(PauseAnswer), 3)]
    [InlineData(typeof(SkipAnswer), 3)]
    [InlineData(typeof(Identity), 3)]
    [InlineData(typeof(GrowthAnswer), 9)]
    [InlineData(typeof(UndoAnswer), 3)]
    [InlineData(typeof(ExamAnswer), 5)]
    public void An_answer_is_one_of_a_closed_set(Type answer, int cases)
    {
        var constructors = answer.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

        // The one that copies is the compiler's; nobody outside can make a new case with it without the other.
        Assert.All(constructors, constructor => Assert.True(constructor.IsPrivate || constructor.GetParameters().Length is 1));
        Assert.Equal(cases, answer.GetNestedTypes().Count(type => type.IsSealed && type.BaseType == answer));
        Assert.Equal(cases, answer.Assembly.GetTypes().Count(type => type.BaseType == answer));
    }
}
