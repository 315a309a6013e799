using Copilot.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Documents;

/// <summary>Adds what answers questions about attached business documents.</summary>
public static class AskingSetup
{
    /// <summary>Registers the tool and the opener of its sources. Needs <see cref="IAttachedFiles"/> from elsewhere.</summary>
    /// <param name="services">The services, with <see cref="DocumentsSetup.AddDocuments"/>.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddAttachedDocuments(this IServiceCollection services)
    {
        services.AddSingleton<ITool, Asking.ExtractTool>();
        services.AddSingleton<ISourceOpener, Asking.ReadDocumentOpener>();
        return services;
    }
}
