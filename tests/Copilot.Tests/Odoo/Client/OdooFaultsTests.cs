using System.Text.Json;
using Copilot.Odoo.Client;
using Xunit;

namespace Copilot.Tests.Odoo.Client;

public sealed class OdooFaultsTests
{
    [Theory]
    [InlineData("odoo.exceptions.AccessError", nameof(OdooFault.AccessDenied))]
    [InlineData("odoo.exceptions.AccessDenied", nameof(OdooFault.LoginRefused))]
    [InlineData("odoo.http.SessionExpiredException", nameof(OdooFault.LoginRefused))]
    [InlineData("odoo.exceptions.MissingError", nameof(OdooFault.MissingRecord))]
    [InlineData("odoo.exceptions.UserError", nameof(OdooFault.Validation))]
    [InlineData("odoo.exceptions.ValidationError", nameof(OdooFault.Validation))]
    [InlineData("psycopg2.OperationalError", nameof(OdooFault.Unreachable))]
    [InlineData("psycopg2.errors.SerializationFailure", nameof(OdooFault.Unreachable))]
    [InlineData("psycopg2.errors.InvalidDatetimeFormat", nameof(OdooFault.BadCall))]
    [InlineData("builtins.ValueError", nameof(OdooFault.BadCall))]
    [InlineData("builtins.AttributeError", nameof(OdooFault.BadCall))]
    [InlineData("builtins.ZeroDivisionError", nameof(OdooFault.Server))]
    [InlineData("", nameof(OdooFault.Server))]
    public void The_class_of_an_error_decides(string name, string fault)
        => Assert.Equal(fault, OdooFaults.Of(name).ToString());

    [Fact]
    public void The_message_for_logs_holds_neither_the_text_nor_the_traceback()
    {
        var error = JsonDocument.Parse("""{"code":200,"message":"Odoo Server Error","data":{"name":"odoo.exceptions.UserError","message":"Jane owes 500\n","debug":"File /opt/x.py"}}""").RootElement;

        var fault = OdooFaults.Read(error, "sale.order", "unlink");

        Assert.Equal("Odoo answered sale.order.unlink with odoo.exceptions.UserError.", fault.Message);
        Assert.Equal("Jane owes 500", fault.ServerText);
        Assert.DoesNotContain("opt", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"oops\"")]
    [InlineData("{}")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":{"name":5}}""")]
    public void A_broken_error_is_a_fault_of_the_server(string error)
        => Assert.Equal(OdooFault.Server, OdooFaults.Read(JsonDocument.Parse(error).RootElement, "m", "f").Fault);
}
