using Copilot.Contracts;
using Copilot.Documents;
using Copilot.Documents.Desk;
using Copilot.Documents.Desk.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Testing.Desk;

/// <summary>The reading desk on a store, with real readers.</summary>
internal sealed class DeskHouse : IDisposable
{
    private readonly ServiceProvider _services;

    public DeskHouse(IStoreDatabase database, INodeRoster node, TimeProvider time, string folder, Action<DeskOptions>? options = null)
        => _services = new ServiceCollection().AddLogging().AddSingleton(time).AddSingleton(database).AddSingleton(node)
            .AddDocuments(new DocumentsOptions { WorkFolder = Path.Combine(folder, "work") }).AddDocumentDesk(options).BuildServiceProvider();

    public static Caller Accountant { get; } = new() { Id = "demo:accountant", DisplayName = "Ada", Roles = [RoleNames.Accountant], Companies = [new CompanyRef(1, "Nordwind"), new CompanyRef(2, "Südwind")] };

    public static Caller Elsewhere { get; } = new() { Id = "demo:other", DisplayName = "Otto", Roles = [RoleNames.Accountant], Companies = [new CompanyRef(3, "Ostwind")] };

    public DocumentDesk Desk => _services.GetRequiredService<DocumentDesk>();

    public DeskPages Pages => _services.GetRequiredService<DeskPages>();

    public DeskQueue Queue => _services.GetRequiredService<DeskQueue>();

    public DeskFolder Folder => _services.GetRequiredService<DeskFolder>();

    public SupplierMemory Memory => _services.GetRequiredService<SupplierMemory>();

    /// <summary>Lays a file on the desk.</summary>
    public Task<Received> LayAsync(byte[] content, string file = "invoice.pdf", int company = 1, string tenant = "default")
        => Desk.ReceiveAsync(new Arrival { Tenant = tenant, Company = company, File = file, Content = content, Source = DeskSource.Upload, From = "Ada" }, CancellationToken.None);

    /// <summary>Reads what is due.</summary>
    public Task<IReadOnlyList<DeskDocument>> ReadAsync() => Queue.ReadNextAsync(_ => "0815", CancellationToken.None);

    /// <summary>Lays a file on the desk and reads it.</summary>
    public async Task<DeskDocument> ReadAsync(byte[] content, string file = "invoice.pdf", int company = 1)
    {
        await LayAsync(content, file, company);
        return (await ReadAsync())[0];
    }

    public void Dispose() => _services.Dispose();
}
