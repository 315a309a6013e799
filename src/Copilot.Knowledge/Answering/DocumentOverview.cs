using Copilot.Contracts;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Answering;

/// <summary>
/// Says what documents are about in their own words: how each begins, and how its sections begin. Nothing is made up or shortened, and
/// nothing that a reader would not see or that speaks to a program is taken.
/// </summary>
internal sealed class DocumentOverview(IKnowledgeStore store)
{
    private const int Passages = 60;
    private const int Sections = 7;
    private const int Documents = 5;
    private const int FirstStatements = 2;
    private const int ShortestStatement = 12;
    private const int LongestStatement = 400;

    private static readonly char[] Numbering = [.. "0123456789.§ "];

    /// <summary>Adds the overview of the documents a filter names.</summary>
    public async Task AddAsync(AnswerFindings findings, PassageFilter filter, CancellationToken cancellationToken)
    {
        var documents = filter.Only!.Take(Documents).ToList();
        foreach (var document in documents)
        {
            var passages = await store.ChunksAsync(filter, document, 0, Passages - 1, cancellationToken);
            Add(findings, [.. passages.Where(p => !p.Marks.HasFlag(BlockMark.Hidden))], Math.Max(1, Sections / documents.Count));
        }
    }

    private static void Add(AnswerFindings findings, List<Candidate> passages, int sections)
    {
        Candidate? opening = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var passage in passages)
        {
            var statements = StatementReader.Read(passage.Lead, passage.Text).Where(IsUsable).ToList();
            if (statements.Count == 0)
            {
                continue;
            }

            var heading = passage.HeadingPath is [.., var last] ? last : string.Empty;
            if (opening is null)
            {
                opening = passage;
                seen.Add(heading);
                findings.Quote(FindingRole.Headline, $"{passage.Title} begins: {statements[0].Spoken}", passage);
                foreach (var further in statements.Skip(1).Take(FirstStatements - 1))
                {
                    findings.Quote(FindingRole.Detail, further.Spoken, passage);
                }
            }
            else if (heading.Length > 0 && seen.Add(heading) && seen.Count <= sections)
            {
                // A list is introduced by its heading where nothing else introduces it.
                var spoken = statements[0].Spoken;
                findings.Quote(FindingRole.Detail, spoken.StartsWith(heading.TrimStart(Numbering), StringComparison.Ordinal) ? spoken : $"{heading}: {spoken}", passage);
            }
        }

        if (opening is not null && seen.Count > 1)
        {
            findings.Quote(FindingRole.Caveat, "This is how each section begins; ask about one of them to read on", opening);
        }
    }

    private static bool IsUsable(Statement statement)
        => statement.Text.Length is >= ShortestStatement and <= LongestStatement && !ForeignInstructions.In(statement.Text);
}
