using Copilot.Contracts;
using Copilot.Documents.Readers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Copilot.Documents;

/// <summary>Adds this room to the house.</summary>
public static class DocumentsSetup
{
    /// <summary>Registers the reading desk: an <see cref="IFileReader"/> or <see cref="IContainerReader"/> for each format, and the drawer of pages.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Limits and languages.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="CopilotException">Options are not valid; the message names all faults.</exception>
    public static IServiceCollection AddDocuments(this IServiceCollection services, DocumentsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Faults() is { Count: > 0 } faults)
        {
            throw new CopilotException(string.Join(Environment.NewLine, faults));
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddTextFormats(options);
        return services;
    }
}
