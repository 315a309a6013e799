using Copilot.Contracts;
using Copilot.Governance.Masking.Figures;
using Copilot.Host.Channels;
using Copilot.Host.Channels.Rest;
using Copilot.Testing.Governance;
using Copilot.Tests.Governance;
using Xunit;

namespace Copilot.Tests.Host.Channels;

/// <summary>A picture of a page and the file itself are not given where the text is shown without its costs.</summary>
public sealed class WithheldOriginalTests
{
    private static readonly FigureRights Rights = new(GovernanceBench.Policies);

    [Theory]
    [InlineData(RoleNames.WarehouseSupervisor, true)]
    [InlineData(RoleNames.ServiceAgent, true)]
    [InlineData(RoleNames.OperationsManager, false)]
    [InlineData(RoleNames.Accountant, false)]
    public async Task Who_does_not_see_costs_is_not_given_an_original_that_tells_one(string role, bool withheld)
        => Assert.Equal(withheld, await IsAsync(role, "Delivery within 3 days.", "Our cost is EUR 12.40 a box."));

    [Fact]
    public async Task An_original_that_tells_none_is_given()
        => Assert.False(await IsAsync(RoleNames.WarehouseSupervisor, "Delivery within 3 days.", "It sells at EUR 19.90."));

    [Fact]
    public async Task A_file_of_the_readers_own_has_no_text_to_judge_and_is_given()
        => Assert.False(await IsAsync(RoleNames.WarehouseSupervisor));

    private static Task<bool> IsAsync(string role, params string[] pieces)
        => WithheldOriginal.IsAsync(
            GovernanceBench.Caller(role),
            new CitedSource(new Evidence { Id = "p", Kind = EvidenceKind.Passage, Title = "An agreement", Excerpt = "x", AsOf = DateTimeOffset.UnixEpoch }, new Opener(pieces), "c1"),
            Rights,
            CancellationToken.None);

    private sealed class Opener(IReadOnlyList<string> pieces) : ISourceOpener
    {
        public bool Opens(Evidence evidence) => true;

        public Task<SourceView?> OpenAsync(Caller caller, Evidence evidence, CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<string> TextAsync(Caller caller, Evidence evidence, CancellationToken cancellationToken) => pieces.ToAsyncEnumerable();
    }
}
