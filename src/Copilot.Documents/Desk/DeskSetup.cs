using Copilot.Contracts;
using Copilot.Documents.Desk.Memory;
using Copilot.Documents.Desk.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Copilot.Documents.Desk;

/// <summary>Adds the desk at which people review what was read.</summary>
public static class DeskSetup
{
    /// <summary>Registers <see cref="DocumentDesk"/>, <see cref="DeskPages"/>, <see cref="DeskQueue"/>, <see cref="DeskIntake"/>, <see cref="SupplierMemory"/> and the tables they need. Needs <see cref="DocumentsSetup.AddDocuments"/>, an <see cref="IStoreDatabase"/> and an <see cref="INodeRoster"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options; null leaves them as they are.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddDocumentDesk(this IServiceCollection services, Action<DeskOptions>? configure = null)
    {
        var options = services.AddOptions<DeskOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DeskOptions>, DeskOptionsCheck>());
        services.AddSingleton<DeskStore>().AddSingleton<DeskFileStore>().AddSingleton<LessonStore>().AddSingleton<DeskReader>();
        services.AddSingleton(p => new SupplierMemory(p.GetRequiredService<LessonStore>(), p.GetRequiredService<DeskFileStore>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new DocumentDesk(
            p.GetRequiredService<DeskStore>(), p.GetRequiredService<DeskFileStore>(), p.GetRequiredService<SupplierMemory>(), p.GetRequiredService<IOptions<DeskOptions>>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new DeskPages(p.GetRequiredService<DocumentDesk>(), p.GetRequiredService<DeskFileStore>(), p.GetRequiredService<IPageRenderer>(), p.GetRequiredService<DocumentsOptions>()));
        services.AddSingleton(p => new DeskQueue(
            p.GetRequiredService<DeskStore>(), p.GetRequiredService<DeskFileStore>(), p.GetRequiredService<DeskReader>(), p.GetRequiredService<INodeRoster>(), p.GetRequiredService<IOptions<DeskOptions>>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new DeskIntake(p.GetRequiredService<DocumentDesk>(), p.GetRequiredService<IDocumentExtractor>(), p.GetServices<IContainerReader>(), p.GetRequiredService<DocumentsOptions>()));
        services.AddSingleton(p => new DeskFolder(p.GetRequiredService<DeskIntake>(), p.GetRequiredService<IOptions<DeskOptions>>(), p.GetRequiredService<TimeProvider>()));
        foreach (var step in DeskSchemaStore.Steps)
        {
            services.AddSingleton(step);
        }

        foreach (var table in DeskSchemaStore.Tables)
        {
            services.AddSingleton(table);
        }

        return services;
    }
}
