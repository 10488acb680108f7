using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MicroWins.Tests.Support.BotApi;

/// <summary>The methods of the Bot API that answer at once (getUpdates does not), with Telegram's own words for what is wrong.</summary>
sealed partial class BotMethods(BotWorld world)
{
    static readonly HashSet<string> Actions =
    [
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
        "choose_sticker", "find_location", "record_video_note", "upload_video_note",
    ];

    static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>Does what is asked; under the world's lock.</summary>
    public ApiAnswer Do(ApiCall call) => call.Method switch
    {
        "getMe" => ApiAnswer.Ok(Me().ToJsonString()),
        "sendMessage" => Send(call),
        "editMessageText" => EditText(call),
        "editMessageReplyMarkup" => EditButtons(call),
        "answerCallbackQuery" => AnswerPress(call),
        "sendChatAction" => ShowAction(call),
        "setMyCommands" => SetCommands(call),
        "deleteWebhook" => SetWebhook(null),
        "setWebhook" => SetWebhook(call.Text("url")),
        "getWebhookInfo" => ApiAnswer.Ok(new JsonObject
        {
            ["url"] = world.Webhook ?? "", ["has_custom_certificate"] = false, ["pending_update_count"] = 0,
        }.ToJsonString()),
        "sendPhoto" => SendFile(call, "photo"),
        "sendDocument" => SendFile(call, "document"),
        "setMessageReaction" => React(call),
        _ => ApiAnswer.No(404, "Not Found: method not found"),
    };

    static JsonObject Me()
    {
        var me = BotWorld.Bot();
        foreach (var name in (string[])["can_join_groups", "can_read_all_group_messages", "supports_inline_queries"]) me[name] = false;
        return me;
    }

    ApiAnswer Send(ApiCall call)
    {
        if (Chat(call, out var person) is { } wrongChat) return wrongChat;
        if (Text(call, "text", 4096, out var text, out var entities) is { } wrongText) return wrongText;
        if (Buttons(call, out var buttons) is { } wrongButtons) return wrongButtons;
        return Deliver(person!, new(world.NewMessageId(), person!.Id, text, entities, buttons));
    }

    ApiAnswer SendFile(ApiCall call, string kind)
    {
        if (Chat(call, out var person) is { } wrongChat) return wrongChat;
        if (!call.Files.TryGetValue(FieldOf(call, kind), out var file)) return Bad($"there is no {kind} in the request");
        if (WrongFile(kind, file.Content) is { } wrongFile) return wrongFile;
        var (text, entities) = ("", (IReadOnlyList<TextEntity>)[]);
        if (call.Text("caption") is { Length: > 0 } && Text(call, "caption", 1024, out text, out entities) is { } wrongText) return wrongText;
        if (Buttons(call, out var buttons) is { } wrongButtons) return wrongButtons;
        return Deliver(person!, new(world.NewMessageId(), person!.Id, text, entities, buttons) { Kind = kind, File = file });
    }

    // The file itself, or "attach://" and the field that it is in ("Sending files" in the Bot API).
    static string FieldOf(ApiCall call, string kind) =>
        call.Text(kind) is { } given && given.StartsWith("attach://", StringComparison.Ordinal) ? given["attach://".Length..] : kind;

    // The Bot API's limits: 10 MB, 10,000 pixels around two sides, twenty times as wide as high. The server reads PNGs only.
    static ApiAnswer? WrongFile(string kind, byte[] content)
    {
        if (content.Length is 0) return Bad("file must be non-empty");
        if (kind is not "photo") return null;
        if (content.Length > 10 * 1024 * 1024) return Bad("file is too big");
        if (!content.AsSpan().StartsWith(PngSignature) || content.Length < 24) return Bad("IMAGE_PROCESS_FAILED");
        var width = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(16));
        var height = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(20));
        return width + height > 10_000 || width > 20 * height || height > 20 * width ? Bad("PHOTO_INVALID_DIMENSIONS") : null;
    }

    ApiAnswer EditText(ApiCall call)
    {
        if (Editable(call, out var person, out var old) is { } wrong) return wrong;
        if (old!.Kind != "text") return Bad("there is no text in the message to edit");
        if (Text(call, "text", 4096, out var text, out var entities) is { } wrongText) return wrongText;
        if (Buttons(call, out var buttons) is { } wrongButtons) return wrongButtons;
        return Replace(person!, old, old with { Text = text, Entities = entities, Buttons = buttons });
    }

    ApiAnswer EditButtons(ApiCall call)
    {
        if (Editable(call, out var person, out var old) is { } wrong) return wrong;
        if (Buttons(call, out var buttons) is { } wrongButtons) return wrongButtons;
        return Replace(person!, old!, old! with { Buttons = buttons });
    }

    ApiAnswer AnswerPress(ApiCall call)
    {
        var known = call.Text("callback_query_id") is { } press && world.OpenPresses.Remove(press);
        return known ? ApiAnswer.Ok("true") : Bad("query is too old and response timeout expired or query ID is invalid");
    }

    ApiAnswer ShowAction(ApiCall call)
    {
        if (Chat(call, out _) is { } wrong) return wrong;
        return Actions.Contains(call.Text("action") ?? "") ? ApiAnswer.Ok("true") : Bad("wrong parameter action in request");
    }

    ApiAnswer React(ApiCall call)
    {
        if (Chat(call, out var person) is { } wrong) return wrong;
        return call.Number("message_id") is null || person is null ? Bad("message to react not found") : ApiAnswer.Ok("true");
    }

    ApiAnswer SetCommands(ApiCall call)
    {
        if (call.Json("commands") is not { ValueKind: JsonValueKind.Array } list) return Bad("commands are not specified");
        var commands = list.EnumerateArray().Select(c => (c.GetProperty("command").GetString() ?? "", c.GetProperty("description").GetString() ?? "")).ToList();
        if (commands.Count > 100) return Bad("too much commands specified");
        if (commands.Any(c => !CommandName().IsMatch(c.Item1))) return Bad("BOT_COMMAND_INVALID");
        if (commands.Any(c => c.Item2.Length is < 1 or > 256)) return Bad("BOT_COMMAND_DESCRIPTION_INVALID");
        world.Menus[call.Text("language_code") ?? ""] = commands;
        return ApiAnswer.Ok("true");
    }

    ApiAnswer SetWebhook(string? url)
    {
        world.Webhook = string.IsNullOrEmpty(url) ? null : url;
        return ApiAnswer.Ok("true");
    }

    ApiAnswer? Chat(ApiCall call, out Person? person)
    {
        person = world.Find(call.Chat);
        if (string.IsNullOrEmpty(call.Text("chat_id"))) return Bad("chat_id is empty");
        if (person is null) return Bad("chat not found");
        return person.HasBlocked ? ApiAnswer.No(403, "Forbidden: bot was blocked by the user") : null;
    }

    ApiAnswer? Editable(ApiCall call, out Person? person, out BotMessage? message)
    {
        message = null;
        if (Chat(call, out person) is { } wrong) return wrong;
        message = person!.MessageOf((int)(call.Number("message_id") ?? 0));
        if (message is null) return Bad("message to edit not found");
        return world.Uneditable.Contains(message.Id) ? Bad("message can't be edited") : null;
    }

    static ApiAnswer? Text(ApiCall call, string name, int longest, out string text, out IReadOnlyList<TextEntity> entities)
    {
        (text, entities) = (call.Text(name) ?? "", []);
        var mode = call.Text("parse_mode");
        if (string.Equals(mode, "HTML", StringComparison.OrdinalIgnoreCase))
        {
            (text, entities, var error) = HtmlEntities.Read(text);
            if (error is not null) return Bad($"can't parse entities: {error}");
        }
        else if (!string.IsNullOrEmpty(mode)) return Bad("unsupported parse_mode");
        if (IsBlank(text)) return Bad("text must be non-empty");
        (text, entities) = Trimmed(text, entities);
        return text.Length > longest ? Bad(name is "caption" ? "message caption is too long" : "message is too long") : null;
    }

    // Telegram takes white space off both ends, and the styles that covered it.
    static (string Text, IReadOnlyList<TextEntity> Entities) Trimmed(string text, IReadOnlyList<TextEntity> entities)
    {
        var trimmed = text.Trim();
        var cut = text.IndexOf(trimmed, StringComparison.Ordinal);
        var kept = entities.Select(entity =>
        {
            var start = Math.Clamp(entity.Offset - cut, 0, trimmed.Length);
            var end = Math.Clamp(entity.Offset + entity.Length - cut, 0, trimmed.Length);
            return entity with { Offset = start, Length = end - start };
        });
        return (trimmed, [.. kept.Where(entity => entity.Length > 0)]);
    }

    // Telegram drops control and zero-width characters, and refuses what is left where that is nothing.
    static bool IsBlank(string text) => Invisible().IsMatch(text);

    static ApiAnswer? Buttons(ApiCall call, out IReadOnlyList<IReadOnlyList<BotButton>> buttons)
    {
        buttons = [];
        if (call.Json("reply_markup") is not { ValueKind: JsonValueKind.Object } markup) return null;
        if (!markup.TryGetProperty("inline_keyboard", out var rows)) return null;
        var read = rows.EnumerateArray().Select(row => row.EnumerateArray().Select(Button).ToList()).ToList();
        buttons = read;
        if (read.SelectMany(row => row).Any(button => button.Label.Length == 0)) return Bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        return read.SelectMany(row => row).All(button => System.Text.Encoding.UTF8.GetByteCount(button.Data) is > 0 and <= 64) ? null : Bad("BUTTON_DATA_INVALID");
    }

    static BotButton Button(JsonElement json) => new(
        json.TryGetProperty("text", out var text) ? text.GetString() ?? "" : "",
        json.TryGetProperty("callback_data", out var data) ? data.GetString() ?? "" : "");

    ApiAnswer Deliver(Person person, BotMessage message)
    {
        person.Receive(message);
        return ApiAnswer.Ok(message.ToJson(world.Now.ToUnixTimeSeconds()));
    }

    ApiAnswer Replace(Person person, BotMessage old, BotMessage now)
    {
        if (IsSame(old, now))
            return Bad("message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        now = now with { Edits = old.Edits + 1 };
        person.Change(now);
        return ApiAnswer.Ok(now.ToJson(world.Now.ToUnixTimeSeconds()));
    }

    static bool IsSame(BotMessage a, BotMessage b) =>
        a.Text == b.Text && a.Entities.SequenceEqual(b.Entities)
        && a.Buttons.Count == b.Buttons.Count && a.Buttons.Zip(b.Buttons).All(rows => rows.First.SequenceEqual(rows.Second));

    static ApiAnswer Bad(string why) => ApiAnswer.No(400, $"Bad Request: {why}");

    [GeneratedRegex(@"\A[a-z0-9_]{1,32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CommandName();

    [GeneratedRegex(@"\A[\s\p{Cc}\p{Cf}\p{Z}]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Invisible();
}
