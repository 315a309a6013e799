using Copilot.Contracts;
using Copilot.Documents.Extraction;
using Copilot.Documents.Extraction.Edi.Acknowledging;
using Copilot.Documents.Matching;
using Copilot.Documents.Pdf;
using Copilot.Documents.Programs;
using Copilot.Documents.Readers;
using Copilot.Documents.Readers.Business;
using Copilot.Documents.Recognition;
using Copilot.Documents.Rendering;
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
        services.AddSingleton(p => new ProgramRunner(options, ProgramPlaces.OfProcess(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Languages>().AddSingleton<PageRecognition>().AddSingleton<StraightReading>().AddSingleton<PictureSheet>().AddSingleton<PictureReading>();
        services.AddSingleton<PdfProperties>().AddSingleton<PdfTextLayer>().AddSingleton<PdfDrawing>().AddSingleton<SeenPages>().AddSingleton<ScannedPages>().AddSingleton<PdfPages>();
        services.AddSingleton<IFileReader, PdfReader>();
        services.AddSingleton<IFileReader, ImageReader>();
        services.AddSingleton<IPageRenderer, PageRenderer>();
        services.AddSingleton<PdfAttachments>().AddSingleton<PageWords>().AddSingleton<DocumentExtractor>().AddSingleton<IDocumentExtractor>(p => p.GetRequiredService<DocumentExtractor>());
        services.AddSingleton<EdiAcknowledger>();
        services.AddSingleton<IFileReader, BusinessDataReader>();
        services.AddSingleton<IDocumentMatcher, DocumentMatcher>();
        services.AddTextFormats(options);
        return services;
    }
}
