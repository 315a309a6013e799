using Copilot.Contracts;
using Copilot.Documents.Readers.Archives;
using Copilot.Documents.Readers.Delimited;
using Copilot.Documents.Readers.Html;
using Copilot.Documents.Readers.Mail;
using Copilot.Documents.Readers.Office;
using Copilot.Documents.Readers.Office.Excel;
using Copilot.Documents.Readers.Office.Slides;
using Copilot.Documents.Readers.Office.Word;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Documents.Readers;

/// <summary>Registers the readers of formats that carry their text with them: office files, pages, tables, messages, archives.</summary>
internal static class TextFormatsSetup
{
    /// <summary>Registers the readers.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Where work files may be kept.</param>
    public static IServiceCollection AddTextFormats(this IServiceCollection services, DocumentsOptions options)
    {
        var limits = new ZipLimits();
        services.AddSingleton<IFileReader>(new DocxReader(limits));
        services.AddSingleton<IFileReader>(new XlsxReader(limits, options.WorkFolder));
        services.AddSingleton<IFileReader>(new PptxReader(limits));
        services.AddSingleton<IFileReader>(new OldFormatsReader());
        services.AddSingleton<IFileReader>(new HtmlReader());
        services.AddSingleton<IFileReader>(new DelimitedReader());
        services.AddSingleton<IFileReader>(new EmlReader());
        services.AddSingleton<IContainerReader>(new EmlAttachments());
        services.AddSingleton<IContainerReader>(new ZipReader(limits));
        return services;
    }
}
