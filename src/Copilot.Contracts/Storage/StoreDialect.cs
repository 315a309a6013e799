namespace Copilot.Contracts;

/// <summary>Whose SQL a store speaks. Statements keep to what both understand; where they can't, this tells which one to write.</summary>
public enum StoreDialect
{
    /// <summary>The embedded store.</summary>
    Sqlite,

    /// <summary>PostgreSQL, which several nodes may share.</summary>
    PostgreSql,
}
