using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using MicroWins.Coaching;

namespace MicroWins.Tests.Coaching;

/// <summary>The schema that a model is held to is the record that its answer becomes: the same names, the same types, nothing besides.</summary>
public class SchemaTests
{
    public static TheoryData<string> Functions => Asked.Functions;

    [Theory, MemberData(nameof(Functions))]
    public void The_schema_has_every_property_of_the_record_and_no_other(string function)
    {
        var schema = Schema(function);

        Follow(Asked.Draft(function).GetType(), schema, schema);
    }

    [Theory, MemberData(nameof(Functions))]
    public void What_we_write_of_a_draft_is_what_the_schema_asks_for(string function)
    {
        var schema = Schema(function);

        Assert.Null(Fault(Json(function), schema, schema));
    }

    [Theory, MemberData(nameof(Functions))]
    public void The_schema_refuses_what_lacks_a_field_or_has_one_more(string function)
    {
        var schema = Schema(function);
        foreach (var path in Objects(Json(function)).Select(node => node.GetPath()).ToList())
        {
            var more = Json(function);
            At(more, path)["press"] = "done";
            Assert.NotNull(Fault(more, schema, schema));
            foreach (var name in At(Json(function), path).Select(field => field.Key))
            {
                var less = Json(function);
                At(less, path).Remove(name);
                Assert.NotNull(Fault(less, schema, schema));
            }
        }
    }

    [Theory, MemberData(nameof(Functions))]
    public void A_draft_comes_back_as_it_went_out(string function) => Assert.Equal(
        Json(function).ToJsonString(),
        JsonSerializer.SerializeToNode(Json(function).Deserialize(Asked.Draft(function).GetType(), DraftJson.Options), Asked.Draft(function).GetType(), DraftJson.Options)!.ToJsonString());

    static JsonObject Schema(string function) => JsonNode.Parse(Prompt.Load(CoachUnderTest.PromptsRoot, function).Schema)!.AsObject();

    static JsonObject Json(string function) => JsonSerializer.SerializeToNode<object>(Asked.Draft(function), DraftJson.Options)!.AsObject();

    static JsonObject At(JsonObject root, string path) => Objects(root).First(node => node.GetPath() == path);

    static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Objects(field.Value)).Prepend(fields),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };

    static void Follow(Type type, JsonObject part, JsonObject schema)
    {
        part = Resolve(part, schema);
        var own = Nullable.GetUnderlyingType(type) ?? type;
        if (own.IsEnum)
            Assert.Equal(Enum.GetNames(own).Select(JsonNamingPolicy.CamelCase.ConvertName), part["enum"]!.AsArray().Select(name => (string)name!));
        else if (own == typeof(string))
            Assert.Equal("string", (string)part["type"]!);
        else if (own == typeof(int))
            Assert.Equal("integer", (string)part["type"]!);
        else if (own == typeof(double))
            Assert.Contains("number", part["type"]!.ToJsonString(), StringComparison.Ordinal);
        else if (own.IsGenericType)
            Follow(own.GetGenericArguments()[0], part["items"]!.AsObject(), schema);
        else
            FollowRecord(own, part, schema);
    }

    // Servers that hold models to a schema demand every field, and no others.
    static void FollowRecord(Type type, JsonObject part, JsonObject schema)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name), p => p.PropertyType);
        Assert.Equal("object", (string)part["type"]!);
        Assert.False((bool)part["additionalProperties"]!);
        Assert.Equal(properties.Keys.Order(), part["properties"]!.AsObject().Select(p => p.Key).Order());
        Assert.Equal(part["properties"]!.AsObject().Select(p => p.Key), part["required"]!.AsArray().Select(name => (string)name!));
        foreach (var (name, of) in properties) Follow(of, part["properties"]![name]!.AsObject(), schema);
    }

    static JsonObject Resolve(JsonObject part, JsonObject schema) =>
        (string?)part["$ref"] is { } pointer ? pointer.Split('/').Skip(1).Aggregate(schema, (at, name) => at[name]!.AsObject()) : part;

    /// <summary>What a value breaks of the parts of JSON Schema that we use; null for nothing.</summary>
    static string? Fault(JsonNode? value, JsonObject part, JsonObject schema)
    {
        part = Resolve(part, schema);
        var types = part["type"] is JsonArray several ? several.Select(type => (string)type!).ToList() : [(string)part["type"]!];
        if (!types.Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && types.Contains("number"))) return $"{value?.GetPath()} is no {types[0]}";
        if (part["enum"] is JsonArray names && !names.Any(name => (string)name! == (string)value!)) return $"{value!.GetPath()} is no name of the enum";
        return value switch
        {
            JsonArray items => items.Select(item => Fault(item, part["items"]!.AsObject(), schema)).FirstOrDefault(fault => fault is not null),
            JsonObject fields => FaultOf(fields, part, schema),
            _ => null,
        };
    }

    static string? FaultOf(JsonObject fields, JsonObject part, JsonObject schema)
    {
        var known = part["properties"]!.AsObject();
        if (part["required"]!.AsArray().Select(name => (string)name!).FirstOrDefault(name => !fields.ContainsKey(name)) is { } missing) return $"{missing} is missing";
        if (!(bool)part["additionalProperties"]! && fields.Select(field => field.Key).FirstOrDefault(name => !known.ContainsKey(name)) is { } more) return $"{more} is not known";
        return fields.Select(field => Fault(field.Value, known[field.Key]!.AsObject(), schema)).FirstOrDefault(fault => fault is not null);
    }

    static string TypeOf(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "object",
        JsonArray => "array",
        _ => value.GetValueKind() switch
        {
            JsonValueKind.String => "string",
            JsonValueKind.Number => double.IsInteger(value.AsValue().GetValue<JsonElement>().GetDouble()) ? "integer" : "number",
            _ => "boolean",
        },
    };
}
