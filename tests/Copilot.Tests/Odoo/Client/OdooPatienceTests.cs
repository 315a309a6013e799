using Copilot.Odoo.Client;
using Copilot.Testing.Odoo;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Copilot.Tests.Odoo.Client;

public sealed class OdooPatienceTests
{
    [Fact]
    public async Task A_read_is_tried_again_when_the_server_was_not_reached()
    {
        await using var bench = await BenchAsync();
        var fails = Failing(bench, 2);

        await bench.CallAsync(isRead: true);

        Assert.Equal(3, fails());
        Assert.Equal(2, bench.Logged.Count(l => l.StartsWith("3003 ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_read_is_not_tried_for_ever()
    {
        await using var bench = await BenchAsync();
        var tries = Failing(bench, 100);

        await Assert.ThrowsAsync<OdooException>(() => bench.CallAsync(isRead: true));

        Assert.Equal(3, tries());
    }

    [Fact]
    public async Task A_write_is_never_tried_again()
    {
        await using var bench = await BenchAsync();
        var tries = Failing(bench, 1);

        await Assert.ThrowsAsync<OdooException>(() => bench.CallAsync(isRead: false));

        Assert.Equal(1, tries());
    }

    [Theory]
    [InlineData("odoo.exceptions.UserError")]
    [InlineData("odoo.exceptions.AccessError")]
    [InlineData("builtins.ZeroDivisionError")]
    public async Task A_fault_that_another_try_cannot_mend_is_not_tried_again(string name)
    {
        await using var bench = await BenchAsync();
        bench.Server.Answer = _ => new FakeOdooError(name, "no");

        await Assert.ThrowsAsync<OdooException>(() => bench.CallAsync(isRead: true));

        Assert.Equal(2, bench.Server.Of("res.partner.act").Count);
    }

    [Fact]
    public async Task A_database_that_is_away_for_a_moment_is_asked_again()
    {
        await using var bench = await BenchAsync();
        var first = true;
        bench.Server.Answer = _ => first && !(first = false) ? new FakeOdooError("psycopg2.OperationalError", "starting up") : 5;

        Assert.Equal(5, (await bench.CallAsync(isRead: true))!.Value.GetInt32());
    }

    [Fact]
    public async Task A_server_that_stays_away_is_left_alone()
    {
        await using var bench = await BenchAsync();
        var tries = Failing(bench, 1000);
        for (var i = 0; i < 20; i++)
        {
            await Assert.ThrowsAsync<OdooException>(() => bench.CallAsync(isRead: false));
        }

        var last = await Assert.ThrowsAsync<OdooException>(() => bench.CallAsync(isRead: false));

        Assert.True(tries() < 20);
        Assert.Equal(OdooFault.Unreachable, last.Fault);
        Assert.Contains("not asked", last.Message, StringComparison.Ordinal);
        Assert.Contains(bench.Logged, l => l.StartsWith("3005 ", StringComparison.Ordinal));
    }

    /// <summary>A bench whose account has signed in with one good call.</summary>
    private static async Task<OdooClientBench> BenchAsync()
    {
        var bench = await OdooClientBench.StartAsync();
        await bench.CallAsync(isRead: true);
        return bench;
    }

    private static Func<int> Failing(OdooClientBench bench, int times)
    {
        var seen = 0;
        bench.Server.Intercept = async http =>
        {
            if (++seen > times)
            {
                return false;
            }

            http.Response.StatusCode = 503;
            await http.Response.WriteAsync("away");
            return true;
        };
        return () => seen;
    }
}
