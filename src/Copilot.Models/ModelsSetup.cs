using Copilot.Contracts;
using Copilot.Models.Local;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Models;

/// <summary>Adds this room to the house.</summary>
public static class ModelsSetup
{
    /// <summary>Registers <see cref="IEmbedderSource"/>: the model fitted on the company's own documents when no embedder is configured.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">The models.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="CopilotException">Options are not valid; the message names all faults.</exception>
    public static IServiceCollection AddModels(this IServiceCollection services, ModelsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton(options);
        services.AddSingleton<IEmbedderSource>(_ => new FittedEmbedderSource(new FitLimits()));
        return services;
    }
}
