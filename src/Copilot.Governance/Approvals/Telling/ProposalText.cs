using System.Globalization;
using System.Text;
using Copilot.Contracts;

namespace Copilot.Governance.Approvals.Telling;

/// <summary>Words about proposals. What people wrote is one line of plain text in them, and quoted.</summary>
internal static class ProposalText
{
    /// <summary>One line without control characters, cut where it is too long.</summary>
    public static string Clean(string? text, int longest)
    {
        var clean = new StringBuilder();
        foreach (var c in text ?? string.Empty)
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format)
            {
                _ = clean.Length > 0 && clean[^1] != ' ' ? clean.Append(' ') : clean;
            }
            else
            {
                clean.Append(c);
            }
        }

        var line = clean.ToString().Trim();
        return line.Length <= longest ? line : line[..(longest - 1)].TrimEnd() + "…";
    }

    public static string Day(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A summary is a sentence of its own; here it is part of one.</summary>
    public static string Summary(KeptProposal proposal) => Clean(proposal.Draft.Summary, 220).TrimEnd('.');

    /// <summary>What became of it: who decided what and when, with the reason, and how it ended.</summary>
    public static string Fate(KeptProposal proposal, IReadOnlyList<IReadOnlyList<string>> open, DateTimeOffset now, Func<DateTimeOffset, DateOnly> day)
    {
        var said = proposal.Decisions.Select(d => Decision(d.Said, d.By.Id == proposal.Requester.Id, day)).ToList();
        said.Add(proposal.State switch
        {
            ProposalState.Proposed when now >= proposal.ExpiresAt => $"it lapsed on {Day(day(proposal.ExpiresAt))} without {(said.Count > 0 ? "the rest of its approvals" : "a decision")}",
            ProposalState.Proposed => $"it waits for {StateWords.Any([.. open.SelectMany(s => s).Distinct(StringComparer.Ordinal)])} until {Day(day(proposal.ExpiresAt))}",
            ProposalState.Expired => $"it lapsed on {Day(day(proposal.ExpiresAt))}",
            ProposalState.Approved => "it is about to run",
            ProposalState.Executing => "it is running",
            ProposalState.Done => $"{(said.Count == 0 ? "it ran at once, as the rules let it" : "it is done")}{Outcome(proposal)}",
            ProposalState.Failed => $"it was tried and not done{Outcome(proposal)}",
            _ => string.Empty,
        });
        return string.Join("; ", said.Where(s => s.Length > 0));
    }

    private static string Decision(ProposalDecision said, bool isOwn, Func<DateTimeOffset, DateOnly> day)
    {
        var verb = said.Kind == DecisionKind.Approved ? "approved it" : isOwn ? "withdrew it" : "rejected it";
        var reason = said.Comment is { Length: > 0 } comment ? $", saying \"{Clean(comment, 200).Replace('"', '\'')}\"" : said.Kind == DecisionKind.Rejected ? " without giving a reason" : string.Empty;
        return $"{Clean(said.By, 60)}{(said.OnBehalfOf is { } other ? $", standing in for {Clean(other, 60)}," : string.Empty)} {verb} on {Day(day(said.At))}{reason}";
    }

    private static string Outcome(KeptProposal proposal) => proposal.Outcome is { Summary.Length: > 0 } outcome ? $": {Clean(outcome.Summary, 160).TrimEnd('.')}" : string.Empty;
}
