using System.Text.Json;
using CsCheck;
using MicroWins.Coaching.Reading;

namespace MicroWins.Tests.Coaching;

/// <summary>What models write for JSON, as JSON.</summary>
public class JsonInTextTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"a":1}""")]
    [InlineData("```json\n{\"a\":1}\n```", """{"a":1}""")]
    [InlineData("""Sure, {name}! Here: {"a":{"b":"}"}} Bye {x}.""", """{"a":{"b":"}"}}""")]
    [InlineData("""{"a":[1,2,],}""", """{"a":[1,2]}""")]
    [InlineData("{\"a\":1, // one\n /* two */ \"b\":2}", """{"a":1,"b":2}""")]
    [InlineData("""{'a':'it','b':"x"}""", """{"a":"it","b":"x"}""")]
    [InlineData("""{a: 5 min, b: None, c: 2-5, d: -1.5e2}""", """{"a":"5 min","b":null,"c":"2-5","d":-150}""")]
    [InlineData("""{"a":"Say "hi" to one person","b":1}""", """{"a":"Say \"hi\" to one person","b":1}""")]
    [InlineData("{\"a\":\"one\ntwo\"}", """{"a":"one\ntwo"}""")]
    [InlineData("""{"a":"x\uD83Dy \uD83D\uDE00 \uDE00\u0041"}""", """{"a":"xy \uD83D\uDE00 A"}""")]
    [InlineData("""{"a":"C:\path"}""", """{"a":"C:path"}""")]
    [InlineData("""[{"a":1} {"a":2}]""", """[{"a":1},{"a":2}]""")]
    [InlineData("""{"a":[{"b":1],"c":2}""", """{"a":[{"b":1}],"c":2}""")]
    [InlineData("""{"a":[{"b":"whole","c":3},{"b":"bro""", """{"a":[{"b":"whole","c":3}]}""")]
    [InlineData("""{"a":[{"b":"whole","c":3},{"b":"also whole","c":"bro""", """{"a":[{"b":"whole","c":3},{"b":"also whole"}]}""")]
    public void A_mended_text_says_what_was_meant(string written, string meant)
    {
        var found = JsonInText.Find(written).First(element => element.ValueKind is not JsonValueKind.Undefined && element.ToString() is not "{}" and not """{"name":null}""" && !element.TryGetPropertyOrNull("name"));

        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(meant).RootElement, found), found.ToString());
    }

    [Fact]
    public void Valid_JSON_comes_out_as_it_went_in() => Json(3).Sample(json =>
        JsonElement.DeepEquals(JsonDocument.Parse(json).RootElement, JsonInText.Find(json).First()));

    [Fact]
    public void Any_text_is_read_without_a_failure_and_soon() =>
        Gen.OneOf("{", "}", "[", "]", "\"", "'", ",", ":", "\\", "\\u12", "\\uD83D", "\\uDE00", "/*", "//", "\n", "a", "1", "- ", " ", "null", "\uD83D", "```").Array[0, 60]
            .Select(parts => string.Concat(parts)).Sample(text => JsonInText.Find(text).Count() >= 0);

    static Gen<string> Json(int depth)
    {
        var text = Gen.String[Gen.Char[' ', 'ÿ'], 0, 8].Select(s => JsonSerializer.Serialize(s));
        var leaf = Gen.OneOf(text, Gen.Int.Select(i => $"{i}"), Gen.OneOf("true", "false", "null", "1.5", "-2e3"));
        if (depth == 0) return leaf;
        var inner = Json(depth - 1);
        var list = (depth == 3 ? inner : Gen.OneOf(inner, leaf)).Array[0, 4].Select(items => $"[{string.Join(", ", items)}]");
        var map = Gen.Select(text, inner).Array[0, 4].Select(pairs => "{" + string.Join(",", pairs.Select((p, i) => $"\"k{i}{p.Item1[1..]}: {p.Item2}")) + "}");
        return Gen.OneOf(list, map);
    }
}

static class JsonElements
{
    public static bool TryGetPropertyOrNull(this JsonElement element, string name) => element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out _);
}
