using Copilot.Contracts;
using Copilot.Host.Storage;

namespace Copilot.Testing.Storage;

/// <summary>The embedded store.</summary>
public sealed class SqliteUnderTest : StoreUnderTest
{
    public override string Disarm => "drop trigger if exists audit_entry_no_update; drop trigger if exists audit_entry_no_delete";

    internal override IStoreDatabase Open() => new SqliteDatabase(Path.Combine(Folder, "copilot.db"));

    internal override INodes Node(IStoreDatabase database) => new NodeFiles(Folder);
}
