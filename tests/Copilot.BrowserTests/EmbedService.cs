using Copilot.Testing.Service;

namespace Copilot.BrowserTests;

/// <summary>A service that lists the origin of a page of others.</summary>
public sealed class EmbedService() : AroundService(new EmbeddingPage())
{
    /// <inheritdoc/>
    protected override CopilotProgram ProgramIn(string folder) => CopilotProgram.WithPracticeCompany(folder).With("Web__Origins", Around.Origin);
}
