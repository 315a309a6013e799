using Copilot.Contracts;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>One case, seen by operations managers alone, and the news of it.</summary>
internal sealed class PracticeExceptions : IExceptionDesk, IExceptionFeed
{
    public ExceptionCase Case { get; set; } = new()
    {
        Id = "e1",
        Kind = "late_receipt",
        Title = "Late receipt: P00017",
        Summary = "P00017 is 6 days late.",
        Cause = "The planned day is over.",
        Impact = new ExceptionImpact { Revenue = new Exposure(1200.5m, "EUR"), CustomerClass = "A", Sla = "promised Fri 27 Nov 2026", Recoverable = true },
        Score = 71.5,
        Confidence = 0.9,
        OwnerRole = RoleNames.Purchaser,
        State = ExceptionState.New,
        FirstSeen = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero),
        LastSeen = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero),
        Records = [new ExceptionRecord("purchase.order", 17, "P00017", "http://127.0.0.1/17")],
        Actions = [new ExceptionAction("practice.move_date", "Move it", "Move it to Friday") { Arguments = """{"order":"S00042","day":"2026-12-01"}""" }],
    };

    public List<Proposal> Noted { get; } = [];

    public ExceptionNews News { get; set; } = new([], 0, DateTimeOffset.MinValue);

    /// <summary>Roles whose rights can't be asked just now.</summary>
    public IReadOnlyList<string> Unknown { get; set; } = [];

    public List<DateTimeOffset> AskedSince { get; } = [];

    public TimeSpan Pace => TimeSpan.FromMinutes(5);

    public Task<ExceptionPage> ListAsync(Caller caller, bool all, CancellationToken cancellationToken)
        => Task.FromResult(new ExceptionPage(Sees(caller) ? [Case] : [], Case.LastSeen, "It is old."));

    public Task<ExceptionCase?> FindAsync(Caller caller, string id, CancellationToken cancellationToken) => Task.FromResult(Sees(caller) && id == Case.Id ? Case : null);

    public Task<ExceptionCase?> SettleAsync(Caller caller, string id, ExceptionState state, string? reason, CancellationToken cancellationToken)
        => Task.FromResult(Sees(caller) && id == Case.Id ? Case = Case with { State = state, Reason = reason } : null);

    public Task NoteProposalAsync(Caller caller, string id, Proposal proposal, CancellationToken cancellationToken)
    {
        Noted.Add(proposal);
        return Task.CompletedTask;
    }

    public Task<ExceptionNews> NewsAsync(Caller caller, DateTimeOffset since, CancellationToken cancellationToken)
    {
        AskedSince.Add(since);
        if (caller.Roles.Intersect(Unknown).Any())
        {
            throw new CopilotException("Odoo can't be asked now what you may see.") { IsTransient = true };
        }

        return Task.FromResult(Sees(caller) && News.UpTo > since ? News : new ExceptionNews([], 0, since));
    }

    private static bool Sees(Caller caller) => caller.Roles.Contains(RoleNames.OperationsManager);
}
