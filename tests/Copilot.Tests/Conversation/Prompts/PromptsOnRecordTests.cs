using Copilot.Conversation.Prompts;
using Copilot.Testing;
using Xunit;

namespace Copilot.Tests.Conversation.Prompts;

/// <summary>What <c>copilot prompts check</c> asks, for the prompts of this product: a change without a new version and an evaluation fails here.</summary>
public sealed class PromptsOnRecordTests
{
    [Fact]
    public void Every_prompt_has_an_evaluation_on_record_as_it_is()
        => Assert.Empty(PromptLedger.Open(RepositoryRoot.Join("prompts")).Faults());
}
