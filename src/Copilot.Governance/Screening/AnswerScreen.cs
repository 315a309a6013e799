using Copilot.Governance.Masking;
using Copilot.Governance.Masking.Finding;

namespace Copilot.Governance.Screening;

/// <summary>The last look at an answer: no secrets, no images, no markup, no links to hosts that were not allowed, so that shown text can't act or carry data out.</summary>
internal sealed class AnswerScreen(GovernanceOptions options)
{
    /// <summary>What stands where a secret was.</summary>
    public const string Removed = "(a secret was removed here)";

    private const int MostPasses = 12;
    private const int ShortestSecret = 12;

    private readonly LinkScreen links = new(options.AllowedLinkHosts);

    // Shorter ones are words: an answer about the login "admin" would lose it.
    private readonly string[] secrets = [.. options.KnownSecrets.Where(s => s.Length >= ShortestSecret).OrderByDescending(s => s.Length)];

    /// <summary>Makes an answer fit to leave. What is fit already stays as it is, to the character.</summary>
    /// <param name="answer">Markdown.</param>
    public string Clean(string answer)
    {
        var text = WithoutSecrets(answer);

        // Taking something out can bring together what was apart: again, until nothing changes.
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var cleaned = links.Clean(text);
            if (cleaned == text)
            {
                return text;
            }

            text = cleaned;
        }

        return LinkScreen.Plain(text);
    }

    private string WithoutSecrets(string text)
    {
        foreach (var secret in secrets)
        {
            text = text.Replace(secret, Removed, StringComparison.Ordinal);
        }

        var found = new List<Found>();
        SecretFinder.Find(text, found);
        var end = text.Length;
        foreach (var hit in found.OrderByDescending(f => f.Start).ThenByDescending(f => f.Length))
        {
            // From the end, so that places stay; one that overlaps what is gone already goes as far as that.
            var until = Math.Min(hit.End, end);
            if (until > hit.Start)
            {
                text = string.Concat(text.AsSpan(0, hit.Start), Removed, text.AsSpan(until));
                end = hit.Start;
            }
        }

        return text;
    }
}
