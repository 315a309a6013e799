using Copilot.Contracts;
using Copilot.Models.Chat;
using Copilot.Models.Endpoints;
using Copilot.Models.Local;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Copilot.Models;

/// <summary>Adds this room to the house.</summary>
public static class ModelsSetup
{
    /// <summary>
    /// Registers <see cref="IEmbedderSource"/>: the embedder that is configured, else the model fitted on the company's own documents; and <see cref="IReranker"/>
    /// where one is configured; <see cref="IChatModels"/> and <see cref="ChatModelStates"/>, which are empty when no model plans or writes. Needs logging. Nothing is asked of an endpoint yet.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">The models.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="CopilotException">Options are not valid; the message names all faults.</exception>
    public static IServiceCollection AddModels(this IServiceCollection services, ModelsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Faults() is { Count: > 0 } faults)
        {
            throw new CopilotException(string.Join(Environment.NewLine, faults));
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        if (options.With(ModelRole.Embedder) is { } embedder)
        {
            services.AddSingleton<IEmbedderSource>(provider => ActivatorUtilities.CreateInstance<EndpointEmbedderSource>(provider, embedder));
        }
        else
        {
            services.AddSingleton<IEmbedderSource>(_ => new FittedEmbedderSource(new FitLimits()));
        }

        if (options.With(ModelRole.Reranker) is { } reranker)
        {
            services.AddSingleton<IReranker>(provider => ActivatorUtilities.CreateInstance<EndpointReranker>(provider, reranker));
        }

        services.AddSingleton<ChatModels>();
        services.AddSingleton<IChatModels>(provider => provider.GetRequiredService<ChatModels>());
        services.AddSingleton(provider => provider.GetRequiredService<ChatModels>().States);
        return services;
    }
}
