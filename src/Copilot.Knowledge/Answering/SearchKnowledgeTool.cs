using System.Globalization;
using Copilot.Contracts;
using Copilot.Knowledge.Retrieval;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Answering;

/// <summary>
/// Answers questions from the company's documents in their own words: the best statement first, what qualifies it after. The
/// caller's roles and companies filter before ranking; a document that may not be read is as one that does not exist.
/// </summary>
internal sealed class SearchKnowledgeTool(KnowledgeSearch search, IKnowledgeStore store, KnowledgeOptions options) : ITool
{
    private const int Considered = 40;

    private readonly AttachedDocuments _attached = new(search, store, options);

    private static readonly ToolResult Nothing = new() { Outcome = ToolOutcome.Ok, Found = false };

    /// <inheritdoc/>
    public ToolDefinition Definition { get; } = new()
    {
        Name = "knowledge.search",
        Description = "Answers from the company's own documents: procedures (SOPs), policies, notices, customer and supplier agreements. "
            + "For rules, limits, periods, responsibilities, steps and agreed terms; not for the state of an order, stock or invoice.",
        Ability = "what our procedures, policies and agreements say",
        Status = "looking in procedures and agreements…",
        Parameters =
        [
            new ToolParameter { Name = "question", Type = ParameterType.Text, Description = "The question in the person's own words.", Required = true, Slot = SlotKind.Question },
            new ToolParameter { Name = "customer", Type = ParameterType.Text, Description = "The customer it is about; an agreement with it goes before general rules.", Slot = SlotKind.Customer },
            new ToolParameter { Name = "supplier", Type = ParameterType.Text, Description = "The supplier it is about.", Slot = SlotKind.Supplier },
            new ToolParameter { Name = "product", Type = ParameterType.Text, Description = "The product it is about, by its internal reference.", Slot = SlotKind.Product },
            new ToolParameter { Name = "as_of", Type = ParameterType.Date, Description = "The day whose rules are asked for; default today.", Slot = SlotKind.Day },
        ],
        Touches = [DataClass.Knowledge],
        MaxRoundTrips = 0,
    };

    /// <inheritdoc/>
    public async Task<ToolResult> RunAsync(ToolContext context, ToolCall call, ToolPermit permit, CancellationToken cancellationToken)
    {
        permit.MustCover(call, context.Caller);
        var arguments = SearchArguments.Read(call.Arguments, context.Question);
        if (arguments.Fault is { } fault)
        {
            return new ToolResult { Outcome = ToolOutcome.Failed, Reason = fault, Found = false };
        }

        if (await _attached.AnswerAsync(context, arguments.Question, cancellationToken) is { } attached)
        {
            return attached;
        }

        // A command to a program is no question, and the state of a record is no rule: whatever words they share with documents, they get none of them.
        if (ForeignInstructions.In(arguments.Question) || RecordQuestion.Is(arguments.Question))
        {
            return Nothing;
        }

        var day = arguments.DayAsked(context.Today);
        var query = new KnowledgeQuery { Text = arguments.Question, Caller = context.Caller, About = arguments.Names, AsOf = day, Top = Considered, WithoutUploads = true };
        var found = await search.RankAsync(query, cancellationToken);
        var findings = new AnswerFindings(options.Collection, context.Now);
        // Who asks for the terms of a customer does not want to be told what a general procedure is about.
        if (TopicQuestion.Of(arguments.Question, found.Ranked) is { Count: > 0 } documents
            && (arguments.Parties.Count == 0 || found.Ranked.Any(r => documents.Contains(r.Candidate.Document) && r.Candidate.About.Count > 0)))
        {
            await new DocumentOverview(store).AddAsync(findings, new PassageFilter { Reader = Reader.Of(context.Caller), Day = day, Only = documents }, cancellationToken);
            if (findings.Result.Findings.Count > 0)
            {
                return findings.Result;
            }
        }

        var answer = new AnswerFinder(options.LeastCoverage).Find(arguments.Question, found.Question, found.Ranked, new Subject(query), arguments.HasSupplier);
        if (answer is null)
        {
            findings.AddNearest(NearestPassages.Of(arguments.Question, found, new Subject(query)));
            return findings.Result with { Found = false };
        }

        findings.Add(answer);
        await RemarkAsync(findings, answer.Best, arguments, context, day, cancellationToken);
        return findings.Result;
    }

    private async Task RemarkAsync(
        AnswerFindings findings, FoundStatement best, SearchArguments arguments, ToolContext context, DateOnly day, CancellationToken cancellationToken)
    {
        var passage = best.Passage.Candidate;
        if (arguments.Parties is [var party, ..] && best.Specificity < Specificity.Party)
        {
            // The same words whether such a document is missing or hidden.
            findings.Remark($"This is the general rule; no document you can read says otherwise for {party}.", best.Passage);
        }

        if (day != context.Today && await store.OpenAsync(Reader.Of(context.Caller), passage.Document, context.Today, cancellationToken) is { } now
            && (now.SupersededBy is not null || now.Document.Label.ValidTo < context.Today || now.Document.Label.ValidFrom > context.Today))
        {
            var asked = new Fact("Day asked for", FactKind.Date, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            findings.Remark(
                $"This is what holds on {day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture)}; it is not the rule of today.",
                best.Passage,
                asked);
        }
    }
}
