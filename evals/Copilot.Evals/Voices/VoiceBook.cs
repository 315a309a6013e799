using Copilot.Contracts;

namespace Copilot.Evals.Voices;

/// <summary>Which calls answered each question, in the order in which it was asked, for models that play them again.</summary>
internal sealed class VoiceBook
{
    private readonly Dictionary<(string Persona, string Question), List<IReadOnlyList<VoiceCall>>> _calls = [];
    private readonly Dictionary<(string Persona, string Question), int> _next = [];

    /// <summary>Writes a turn down.</summary>
    public void Add(string persona, string question, Turn turn)
    {
        var key = (persona, question);
        if (!_calls.TryGetValue(key, out var calls))
        {
            _calls[key] = calls = [];
        }

        calls.Add([.. turn.ToolCalls.Where(c => c.Outcome != ToolOutcome.Denied).Select(c => new VoiceCall(c.Name.Replace(".", "__", StringComparison.Ordinal), c.Arguments.ToJsonString()))]);
    }

    /// <summary>Begins at the first question again.</summary>
    public void Rewind() => _next.Clear();

    /// <summary>The script for a question.</summary>
    public VoiceScript Of(string persona, string question)
    {
        var key = (persona, question);
        var number = _next.GetValueOrDefault(key);
        _next[key] = number + 1;
        var calls = _calls.GetValueOrDefault(key) ?? [];
        return new VoiceScript { Persona = persona, Calls = number < calls.Count ? calls[number] : [], Number = _next.Count };
    }
}
