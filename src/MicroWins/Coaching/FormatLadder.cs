using Microsoft.SemanticKernel;

namespace MicroWins.Coaching;

/// <summary>In what form an answer is asked for, the strictest first.</summary>
internal enum AnswerFormat
{
    /// <summary>JSON that follows a schema (response_format json_schema, strict).</summary>
    Schema,

    /// <summary>Any JSON object (response_format json_object).</summary>
    Object,

    /// <summary>Whatever the prompt alone achieves.</summary>
    Plain,
}

/// <summary>Goes down from strict to plain where a server refuses a form, and remembers for that server what worked.</summary>
internal sealed class FormatLadder
{
    volatile AnswerFormat _works;

    /// <summary>The form that the next request starts with.</summary>
    public AnswerFormat Current => _works;

    /// <summary>Asks, and asks again at once in the next form if the server does not take the first.</summary>
    public async Task<T> AskAsync<T>(Func<AnswerFormat, Task<T>> ask)
    {
        for (var format = _works; ; format++)
        {
            try
            {
                var answer = await ask(format);
                // Remembered only now: a request that is refused in every form was refused for another reason.
                _works = format;
                return answer;
            }
            catch (HttpOperationException refused) when (IsRefusal(refused) && format < AnswerFormat.Plain)
            {
            }
        }
    }

    // 422 is how servers built on FastAPI refuse a field that they do not know.
    static bool IsRefusal(HttpOperationException failure) => (int?)failure.StatusCode is 400 or 422;
}
