using Copilot.Odoo.Actions.Running;
using Copilot.Odoo.Client;
using Xunit;

namespace Copilot.Tests.Odoo.Actions;

public sealed class FaultWordsTests
{
    [Fact]
    public void What_never_left_is_not_lost()
    {
        Assert.False(FaultWords.IsLost(Unreachable(new HttpRequestException(HttpRequestError.ConnectionError))));
        Assert.False(FaultWords.IsLost(Unreachable(new HttpRequestException(HttpRequestError.NameResolutionError))));
        Assert.False(FaultWords.IsLost(Unreachable(new Polly.CircuitBreaker.BrokenCircuitException())));
        Assert.False(FaultWords.IsLost(Unreachable(new OperationCanceledException())));
    }

    [Fact]
    public void What_Odoo_itself_refused_is_not_lost()
    {
        Assert.False(FaultWords.IsLost(new OdooException(OdooFault.Unreachable, "locked") { ServerClass = "psycopg2.errors.SerializationFailure" }));
        Assert.False(FaultWords.IsLost(new OdooException(OdooFault.Validation, "no")));
        Assert.False(FaultWords.IsLost(new OdooException(OdooFault.AccessDenied, "no")));
    }

    [Fact]
    public void A_request_that_left_without_an_answer_is_lost()
    {
        Assert.True(FaultWords.IsLost(Unreachable(new HttpRequestException(HttpRequestError.ResponseEnded))));
        Assert.True(FaultWords.IsLost(Unreachable(new IOException())));
        Assert.True(FaultWords.IsLost(new OdooException(OdooFault.TimedOut, "late", new OperationCanceledException())));
        Assert.True(FaultWords.IsLost(new OdooException(OdooFault.Unreachable, "an error page of a proxy")));
    }

    [Fact]
    public void Only_what_Odoo_says_to_people_is_repeated()
    {
        Assert.Equal("Odoo says: Quantity too small", FaultWords.Of(new OdooException(OdooFault.Validation, "x") { ServerText = "Quantity\ntoo small." }));
        Assert.DoesNotContain("psycopg2", FaultWords.Of(new OdooException(OdooFault.Server, "psycopg2 broke") { ServerText = "File x line 3" }), StringComparison.Ordinal);
    }

    private static OdooException Unreachable(Exception inner) => new(OdooFault.Unreachable, "no", inner);
}
