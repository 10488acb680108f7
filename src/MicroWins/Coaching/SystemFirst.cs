using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace MicroWins.Coaching;

/// <summary>
/// Lets a request through only if its first message is the system's, word for word as the prompt has it, and is the only one of the system.
/// Then nothing that a person wrote can stand anywhere but in the user's part.
/// </summary>
internal sealed class SystemFirst(IChatCompletionService inner, IReadOnlyCollection<string> systemTexts) : IChatCompletionService
{
    public IReadOnlyDictionary<string, object?> Attributes => inner.Attributes;

    public Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        Check(chatHistory);
        return inner.GetChatMessageContentsAsync(chatHistory, executionSettings, kernel, cancellationToken);
    }

    public IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
        ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
    {
        Check(chatHistory);
        return inner.GetStreamingChatMessageContentsAsync(chatHistory, executionSettings, kernel, cancellationToken);
    }

    void Check(ChatHistory messages)
    {
        var first = messages.FirstOrDefault();
        if (first?.Role != AuthorRole.System || !systemTexts.Contains(first.Content?.Trim()))
            throw new InvalidOperationException("The first message of a request is not the system's message of its prompt; it was not sent.");
        if (messages.Skip(1).Any(message => message.Role != AuthorRole.User && message.Role != AuthorRole.Assistant))
            throw new InvalidOperationException("A request has a second message of the system, or one of a tool; it was not sent.");
    }
}
