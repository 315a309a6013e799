using Copilot.Host.Storage.Postgres;
using Npgsql;
using Xunit;

namespace Copilot.Tests.Host.Storage;

public sealed class PostgresAddressTests
{
    [Fact]
    public void The_secret_is_in_the_connection_string_and_in_nothing_that_is_shown()
    {
        var address = PostgresAddress.Read("Host=db;Username=copilot;Password=hunter2;Database=books", "--to", out _)!;

        Assert.Contains("hunter2", address.ConnectionString);
        Assert.Equal("database books on db:5432", address.ToString());
        Assert.DoesNotContain("hunter2", address.Shown);
        Assert.Contains("Database=books", address.Shown);
    }

    [Theory]
    [InlineData("Database=books")]
    [InlineData("Host=db;Password=hunter2")]
    [InlineData("postgres://copilot:hunter2@db/books")]
    [InlineData("Host=db;Database=books;Password=;hunter2=x")]
    [InlineData("Host=db;Database=books;Port=hunter2")]
    [InlineData("Host=db;Database=books;Password=\"hunter2")]
    [InlineData("hunter2")]
    [InlineData("Host=db;Database=books;SSL Mode=hunter2")]
    public void What_cannot_be_read_is_refused_with_the_form_and_without_the_text(string text)
    {
        Assert.Null(PostgresAddress.Read(text, "Copilot__Store", out var repair));
        Assert.Contains("Host=db.example.com", repair);
        Assert.DoesNotContain("hunter2", repair);
    }

    [Fact]
    public void Twenty_connections_are_used_unless_the_string_says_otherwise()
    {
        Assert.Equal(20, PoolOf("Host=db;Database=books"));
        Assert.Equal(7, PoolOf("Host=db;Database=books;MaxPoolSize=7"));
        Assert.Equal(8, PoolOf("Host=db;Database=books;Maximum Pool Size=8"));
        Assert.Equal(100, PoolOf("Host=db;Database=books;Maximum Pool Size=100"));
    }

    private static int PoolOf(string text) => new NpgsqlConnectionStringBuilder(PostgresAddress.Read(text, "Copilot__Store", out _)!.ConnectionString).MaxPoolSize;
}
