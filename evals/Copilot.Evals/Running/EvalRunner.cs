using Copilot.Contracts;
using Copilot.Evals.Cases;
using Copilot.Evals.Checking;
using Copilot.Evals.Reports;
using Copilot.Evals.Truth;

namespace Copilot.Evals.Running;

/// <summary>Asks the golden questions one after the other and marks the answers. The same company and the same answers give the same report.</summary>
public sealed class EvalRunner
{
    private readonly ITruth? _truth;

    /// <summary>A runner that computes true values from the practice company.</summary>
    public EvalRunner()
    {
    }

    /// <summary>A runner with given true values, for tests.</summary>
    internal EvalRunner(ITruth truth) => _truth = truth;

    /// <summary>Runs the golden cases of the suites.</summary>
    /// <param name="target">Who answers.</param>
    /// <param name="options">What is examined.</param>
    /// <param name="progress">Told before each case, or null.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The report.</returns>
    /// <exception cref="CopilotException">A file of cases can't be understood.</exception>
    public async Task<EvalReport> RunAsync(IEvalTarget target, EvalOptions options, IProgress<EvalProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(options);
        using var sandbox = new SandboxRpc(new HttpClient(), options.Sandbox);
        var truth = _truth ?? new TruthBook(sandbox, options.Time);
        var knowledge = new KnowledgeIndex(options.KnowledgeFolder);
        var check = new StepCheck(truth, knowledge, new LeakWatch(CaseFolder.Limits(options.EvalsFolder), knowledge, truth));
        var cases = CaseFolder.Golden(options.EvalsFolder, options.Suites, options.Without);
        var results = new List<CaseResult>();
        foreach (var golden in cases)
        {
            progress?.Report(new EvalProgress(results.Count, cases.Count, golden.Id));
            results.Add(await RunAsync(golden, target, truth, check, new CompanyDays(options.Time), cancellationToken));
        }

        return new EvalReport { Cases = results };
    }

    private static async Task<CaseResult> RunAsync(
        GoldenCase golden, IEvalTarget target, ITruth truth, StepCheck check, CompanyDays days, CancellationToken cancellationToken)
    {
        var steps = new List<StepResult>();
        try
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, expression) in golden.Let)
            {
                values[name] = (await truth.OfAsync(new Blanks(values).Fill(expression), cancellationToken)).ToString();
            }

            var blanks = new Blanks(values);
            string? conversation = null;
            foreach (var step in golden.FollowUps.Prepend(new FollowUp { Question = golden.Question, Expect = golden.Expect }))
            {
                var question = blanks.Fill(step.Question);
                var turn = conversation is null && golden.Attach.Count > 0
                    ? await AskAboutAsync(golden, target, question, truth, blanks, cancellationToken)
                    : await target.AskAsync(golden.As, conversation, question, cancellationToken);
                conversation = turn.ConversationId;
                steps.Add(await check.MarkAsync(question, turn, blanks.Fill(step.Expect), golden, days.Today, cancellationToken));
            }

            return new CaseResult(golden.Id, golden.As, golden.Tags, steps, null);
        }
        catch (CopilotException e)
        {
            return new CaseResult(golden.Id, golden.As, golden.Tags, steps, e.Message);
        }
    }

    private static async Task<Turn> AskAboutAsync(GoldenCase golden, IEvalTarget target, string question, ITruth truth, Blanks blanks, CancellationToken cancellationToken)
    {
        if (target is not IUploadTarget uploads)
        {
            throw new CopilotException("Files can't be attached to questions here.");
        }

        var attached = new List<string>();
        foreach (var (name, expression) in golden.Attach)
        {
            var content = (await truth.OfAsync(blanks.Fill(expression), cancellationToken)).ToString();
            attached.Add(await uploads.UploadAsync(golden.As, name, content, cancellationToken) ?? throw new CopilotException($"{name} was refused."));
        }

        return await uploads.AskAboutAsync(golden.As, question, attached, cancellationToken);
    }
}
