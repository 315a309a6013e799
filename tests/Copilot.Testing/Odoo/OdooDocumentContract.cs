using System.Text;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Xunit;

namespace Copilot.Testing.Odoo;

/// <summary>Documents that hang on records: followed with the service account, readable by whoever may read the record.</summary>
public abstract class OdooDocumentContract(OdooServerUnderTest server) : OdooContract(server)
{
    private IDocumentFeed Feed => Server.Documents;

    [SkippableFact]
    public async Task An_attachment_of_a_record_is_listed_with_the_record_as_its_gate()
    {
        var partner = await PartnerAsync("buyer");
        var order = await QuotationAsync(partner, await ProductAsync("A"));
        var id = await AttachAsync("packing-instruction.txt", "Stack at most three layers.", "sale.order", order);

        var entry = Entry(await Feed.ChangesAsync(null, None), id);

        Assert.Equal("packing-instruction.txt", entry.Name);
        Assert.Equal(new RecordRef("sale.order", order), entry.Gate);
        Assert.Contains($"{Mark} buyer", entry.About);
        Assert.StartsWith("packing-instruction (", entry.Title, StringComparison.Ordinal);
        Assert.NotNull(entry.Company);
        Assert.Contains(order.ToString(System.Globalization.CultureInfo.InvariantCulture), entry.Uri, StringComparison.Ordinal);
        Assert.Equal("Stack at most three layers.", await FetchAsync(entry));
    }

    [SkippableFact]
    public async Task Only_what_changed_is_listed_again_and_what_is_gone_is_told()
    {
        var partner = await PartnerAsync("buyer");
        var (kept, changed, gone) = (
            await AttachAsync("kept.txt", "as before", "res.partner", partner),
            await AttachAsync("changed.txt", "first", "res.partner", partner),
            await AttachAsync("gone.txt", "soon gone", "res.partner", partner));
        var first = await Feed.ChangesAsync(null, None);
        await CallAsync("ir.attachment", "write", new[] { changed }, new Dictionary<string, object?> { ["datas"] = Bytes("second") });
        await CallAsync("ir.attachment", "unlink", new[] { gone });

        var second = await Feed.ChangesAsync(first.Mark, None);

        Assert.Equal("second", await FetchAsync(Entry(second, changed)));
        Assert.NotEqual(Entry(first, changed).Version, Entry(second, changed).Version);
        Assert.Contains($"ir.attachment:{gone}", second.Gone);
        Assert.DoesNotContain($"ir.attachment:{kept}", second.Gone);
        Assert.DoesNotContain(second.Changed, e => e.Key == $"ir.attachment:{gone}");
        Assert.All(second.Changed.Where(e => e.Key == $"ir.attachment:{kept}"), e => Assert.Equal(Entry(first, kept).Version, e.Version));
        Assert.DoesNotContain($"ir.attachment:{gone}", (await Feed.ChangesAsync(second.Mark, None)).Gone);
    }

    [SkippableFact]
    public async Task Fetching_what_is_gone_is_no_error()
    {
        var id = await AttachAsync("gone.txt", "x", "res.partner", await PartnerAsync("buyer"));
        var entry = Entry(await Feed.ChangesAsync(null, None), id);
        await CallAsync("ir.attachment", "unlink", new[] { id });

        Assert.Null(await FetchAsync(entry));
    }

    [SkippableFact]
    public async Task Contents_of_fields_are_no_documents()
    {
        var partner = await PartnerAsync("buyer");
        const string OnePixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
        var id = await CreateAsync("ir.attachment", new()
        {
            ["name"] = "image_1920", ["datas"] = OnePixel, ["res_model"] = "res.partner", ["res_id"] = partner, ["res_field"] = "image_1920",
        });

        Assert.DoesNotContain((await Feed.ChangesAsync(null, None)).Changed, e => e.Key == $"ir.attachment:{id}");
    }

    [SkippableFact]
    public async Task Who_may_not_read_the_record_may_not_read_its_documents()
    {
        var (partner, product) = (await PartnerAsync("buyer"), await ProductAsync("A"));
        var users = await FindAsync("res.users", OdooDomain.Where("login", "in", new[] { Server.Admin.Login, Server.Salesperson.Login }), "id", "login");
        int Of(string login) => users.Single(u => u.Text("login") == login).Id;
        var foreign = new RecordRef("sale.order", await QuotationAsync(partner, product, more: new() { ["user_id"] = Of(Server.Admin.Login) }));
        var own = new RecordRef("sale.order", await QuotationAsync(partner, product, more: new() { ["user_id"] = Of(Server.Salesperson.Login) }));
        var closed = new RecordRef("purchase.order", 1);
        var unknown = new RecordRef("no.such.model", 1);

        Assert.Equal([own], await Feed.ReadableAsync(Salesperson, [foreign, own, closed, unknown], None));
        Assert.Equal(new[] { foreign, own }.ToHashSet(), await Feed.ReadableAsync(Admin, [foreign, own, unknown], None));
    }

    [SkippableFact]
    public async Task A_right_taken_away_is_gone_at_once()
    {
        var (partner, product) = (await PartnerAsync("buyer"), await ProductAsync("A"));
        var users = await FindAsync("res.users", OdooDomain.Where("login", "in", new[] { Server.Admin.Login, Server.Salesperson.Login }), "id", "login");
        int Of(string login) => users.Single(u => u.Text("login") == login).Id;
        var order = new RecordRef("sale.order", await QuotationAsync(partner, product, more: new() { ["user_id"] = Of(Server.Salesperson.Login) }));
        Assert.Equal([order], await Feed.ReadableAsync(Salesperson, [order], None));

        await CallAsync("sale.order", "write", new[] { order.Id }, new Dictionary<string, object?> { ["user_id"] = Of(Server.Admin.Login) });

        Assert.Empty(await Feed.ReadableAsync(Salesperson, [order], None));
    }

    [SkippableFact]
    public async Task An_account_that_is_refused_reads_nothing()
    {
        var order = new RecordRef("sale.order", await QuotationAsync(await PartnerAsync("buyer"), await ProductAsync("A")));

        Assert.Empty(await Feed.ReadableAsync(Server.Caller(new ErpCredential("nobody", "wrong")), [order], None));
    }

    private static FeedEntry Entry(FeedChanges changes, int id) => Assert.Single(changes.Changed, e => e.Key == $"ir.attachment:{id}");

    private static string Bytes(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private async Task<int> AttachAsync(string name, string text, string model, int record)
        => await CreateAsync("ir.attachment", new() { ["name"] = name, ["datas"] = Bytes(text), ["res_model"] = model, ["res_id"] = record });

    private async Task<string?> FetchAsync(FeedEntry entry)
    {
        var path = Path.GetTempFileName();
        try
        {
            return await Feed.FetchAsync(entry, path, None) ? await File.ReadAllTextAsync(path) : null;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
