using Copilot.Contracts;
using Copilot.Documents;
using Copilot.Evals.Reports;
using Copilot.Evals.Running;
using Copilot.Evals.Truth;
using Copilot.Odoo;
using Copilot.Odoo.Purchasing.Matching;
using Copilot.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Evals.Matching;

/// <summary>The suite <c>matching</c>: papers made from the practice company's orders, read and matched as the product does it.</summary>
internal static class MatchRun
{
    private const decimal LeastOrders = 98;
    private const decimal LeastDifferences = 95;
    private const decimal Cent = 0.011m;

    /// <summary>Runs it.</summary>
    public static async Task<MatchScore> RunAsync(IProgress<EvalProgress> progress, CancellationToken cancellationToken)
    {
        await using var company = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, TimeProvider.System, cancellationToken);
        using var sandbox = new SandboxRpc(new HttpClient(), company.Address);
        await using var services = Services(company.Address).BuildServiceProvider();
        var papers = await PaperMill.MakeAsync(sandbox, new CompanyDays(TimeProvider.System), cancellationToken);
        var folder = Directory.CreateTempSubdirectory("copilot-papers-").FullName;
        try
        {
            var results = new List<(JudgedPaper Paper, DocumentMatch? Match, string? Trouble)>();
            foreach (var paper in papers)
            {
                progress.Report(new EvalProgress(results.Count, papers.Count, paper.Name));
                results.Add(await MatchAsync(services, folder, paper, cancellationToken));
            }

            return Score(results);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The limits.</summary>
    public static IEnumerable<Gate> Gates(MatchScore? score) => score is null ? [] :
    [
        Gate.AtLeast("matching: orders right, %", score.Orders, LeastOrders),
        Gate.AtMost("matching: wrong above the threshold", score.Wrong, 0),
        Gate.AtLeast("matching: differences right, %", score.Differences, LeastDifferences),
        Gate.AtLeast("matching: duplicates found, %", score.Twins, 100),
    ];

    private static async Task<(JudgedPaper, DocumentMatch?, string?)> MatchAsync(ServiceProvider services, string folder, JudgedPaper paper, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, paper.Name);
        await File.WriteAllBytesAsync(path, paper.Content, cancellationToken);
        try
        {
            var document = await services.GetRequiredService<IDocumentExtractor>().ExtractAsync(new FileToRead(paper.Name, path), ExtractionEngine.Auto, cancellationToken);
            return (paper, await services.GetRequiredService<IDocumentMatching>().MatchAsync(Accountant, document, cancellationToken), null);
        }
        catch (CopilotException trouble)
        {
            return (paper, null, trouble.Message);
        }
    }

    private static MatchScore Score(List<(JudgedPaper Paper, DocumentMatch? Match, string? Trouble)> results)
    {
        var faults = new List<string>();
        var (right, automatic, wrong, differences, judged, twins) = (0, 0, 0, 0, 0, 0);
        foreach (var (paper, match, trouble) in results)
        {
            var found = match?.Orders.Select(o => o.Name).Order(StringComparer.Ordinal).ToList() ?? [];
            var isRight = match is not null && found.SequenceEqual(paper.Orders.Order(StringComparer.Ordinal)) && match.State != MatchState.NotCompared;
            right += isRight ? 1 : 0;
            automatic += match?.State == MatchState.Sure ? 1 : 0;
            wrong += match?.State == MatchState.Sure && !isRight ? 1 : 0;
            if (!isRight)
            {
                faults.Add($"{paper.Name}: belongs to {Listed(paper.Orders)}, found {Listed(found)} ({trouble ?? $"{match?.State}, {string.Join(" | ", match?.Candidates.Take(2).Select(c => FormattableString.Invariant($"{c.Order.Name} {c.Confidence}: {string.Join(", ", c.Reasons)}")) ?? [])}"})");
                continue;
            }

            var told = match!.Differences.Where(d => !d.Passes).ToList();
            var kinds = told.Select(d => d.Kind.ToString()).Distinct().Order(StringComparer.Ordinal);
            var exact = kinds.SequenceEqual(paper.Differences.Order(StringComparer.Ordinal)) && (paper.Money is not { } money || Math.Abs(told.Sum(d => d.Money) - money) <= Cent * Math.Max(1, told.Count));
            judged++;
            differences += exact ? 1 : 0;
            if (!exact)
            {
                faults.Add(FormattableString.Invariant($"{paper.Name}: differs in {Listed(paper.Differences)} over {paper.Money}, told {string.Join(", ", told.Select(d => FormattableString.Invariant($"{d.Kind} {d.Subject} {d.Expected}→{d.Found} {d.Money}")))}"));
            }

            if (paper.Twin is { } twin)
            {
                var seen = match.Twins.Any(t => t.Bill.Name == twin && t.Confidence >= 0.85);
                twins += seen ? 1 : 0;
                if (!seen)
                {
                    faults.Add($"{paper.Name}: repeats {twin}, told {Listed(match.Twins.Select(t => t.Bill.Name))}");
                }
            }
            else if (match.Twins.FirstOrDefault(t => t.Confidence >= 0.85) is { } false_)
            {
                faults.Add($"{paper.Name}: repeats nothing, told {false_.Bill.Name}");
            }
        }

        return new MatchScore
        {
            Orders = new Share(right, results.Count),
            Automatic = automatic,
            Wrong = wrong,
            Differences = new Share(differences, judged),
            Twins = new Share(twins, results.Count(r => r.Paper.Twin is not null)),
            Faults = faults,
        };
    }

    private static string Listed(IEnumerable<string> names) => string.Join(" and ", names) is { Length: > 0 } list ? list : "none";

    private static Caller Accountant { get; } = new() { Id = "demo:accountant", DisplayName = "Claire Dubois", Roles = [RoleNames.Accountant], Companies = [new CompanyRef(1, "Meridian Industrial Supply"), new CompanyRef(2, "Meridian Packaging")] };

    private static IServiceCollection Services(Uri address) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<IErpCredentials, Logins>()
        .AddSingleton<IDataGrants, Grants>()
        .AddDocuments(new DocumentsOptions())
        .AddOdoo(o => (o.Url, o.Database) = (address.ToString(), "distributor"))
        .AddDocumentMatching();

    private sealed class Logins : IErpCredentials
    {
        public ValueTask<ErpCredential> ForAsync(Caller caller, CancellationToken cancellationToken) => ValueTask.FromResult(new ErpCredential(caller.Roles[0], caller.Roles[0]));
    }

    private sealed class Grants : IDataGrants
    {
        public bool MaySee(Caller caller, DataClass data) => true;
    }
}
