using Copilot.Conversation.Routing;
using Copilot.Testing;
using Xunit;

namespace Copilot.ThoroughTests.Conversation.Routing;

public sealed class LinearClassifierTests
{
    private static readonly IReadOnlyList<RoutingExample> Examples = RoutingFiles.Read(RepositoryRoot.Join("prompts"));

    private static readonly Features Words = new(RoutingFiles.ReadGroups(RepositoryRoot.Join("prompts")));

    [Fact]
    public void The_same_examples_give_the_same_classifier()
        => Assert.Equal(LinearClassifier.Train(Examples, Words).Score(Words.Of("where is order {order}")), LinearClassifier.Train(Examples, Words).Score(Words.Of("where is order {order}")));
}
