using System.Globalization;
using Copilot.Contracts;
using Copilot.Host.Channels.Completions;
using Copilot.Host.Identity;
using Copilot.Knowledge;
using Microsoft.AspNetCore.Mvc;

namespace Copilot.Host.Channels;

/// <summary>The errors this service answers with, in one place and one voice.</summary>
internal static class Problems
{
    /// <summary>The largest body of a request, in bytes.</summary>
    public const long LargestBody = 256 * 1024;

    private const string RetryAfterSeconds = "10";

    /// <summary>Gets the answer to a request without a token.</summary>
    public static Problem NotSignedIn { get; } = new(401, "not-signed-in", "Not signed in", "Send a token: Authorization: Bearer …");

    /// <summary>Gets the answer to a token that is wrong or has lapsed.</summary>
    public static Problem SessionOver { get; } = new(401, "session-over", "The session is over", "The token is not valid, or no longer. Sign in again.");

    /// <summary>Gets the answer to a role that may not.</summary>
    public static Problem NotForYou { get; } = new(403, "not-allowed", "Not allowed", "Your role does not include this.");

    /// <summary>Gets the answer to a page of others that is not on the list.</summary>
    public static Problem NotThisPage { get; } = new(403, "not-this-page", "Not from this page", "Pages of this origin may not use the service. Whoever runs it can add the origin to Copilot__Web__Origins.");

    /// <summary>Gets the answer to an address that leads nowhere.</summary>
    public static Problem NothingHere { get; } = new(404, "not-found", "Nothing here", "There is nothing at this address. /openapi/v1.json lists what there is.");

    /// <summary>Makes the answer to a token that Odoo did not sign, or not for this.</summary>
    /// <param name="fault">What is wrong with it, in a word.</param>
    /// <returns>The problem.</returns>
    public static Problem NotFromOdoo(string fault) => new(
        401,
        "not-from-odoo",
        "Not signed in",
        $"Odoo's sign-in was not accepted ({fault}). Open the record again; if it goes on, whoever runs the service compares Odoo's settings with docs/sidebar.md.");

    /// <summary>Gets the answer to a conversation that does not exist or is somebody else's.</summary>
    public static Problem NoConversation { get; } = new(404, "no-conversation", "No such conversation", "You have no conversation with this id. Leave conversationId out to begin a new one.");

    /// <summary>Gets the answer to a code that the provider does not take.</summary>
    public static Problem SignInRefused { get; } = new(401, "sign-in-refused", "Not signed in", "The provider did not take this sign-in. Begin again.");

    /// <summary>Gets the answer to a conversation in which no record was spoken of.</summary>
    public static Problem NothingToHandOver { get; } = new(
        422, "nothing-to-hand-over", "Nothing to hand over", "No record was spoken of in this conversation on which somebody could be given a to-do. Ask about the order, delivery, invoice, ticket or customer first.");

    /// <summary>Gets the answer to words for a person that can't be taken.</summary>
    public static Problem BadHandOver { get; } = new(400, "bad-hand-over", "This can't be handed over", "person may have 200 characters, and note 500.");

    /// <summary>Gets the answer to a note that can't be taken.</summary>
    public static Problem BadNote { get; } = new(400, "bad-note", "This can't be a note", "record must name a model and an id, and message must be a text of 1 to 4,000 characters without control characters.");

    /// <summary>Gets the answer to a number of turns that is none.</summary>
    public static Problem BadLast { get; } = new(400, "bad-last", "No such number of turns", "last must be 1 or more.");

    /// <summary>Gets the answer to a turn that does not exist or is somebody else's.</summary>
    public static Problem NoTurn { get; } = new(404, "no-turn", "No such turn", "You have no finished turn with this id.");

    /// <summary>Gets the answer to an original that would show what is hidden in its text.</summary>
    public static Problem OriginalWithheld { get; } = new(403, "original-withheld", "The original is not shown", "It holds figures that your role does not see. Its text can be read without them.");

    /// <summary>Gets the answer to a source that is not there or no longer readable.</summary>
    public static Problem NoSource { get; } = new(404, "no-source", "No such source", "This source does not exist, or you may not read it any more.");

    /// <summary>Gets the answer to a document that does not exist.</summary>
    public static Problem NoDocument { get; } = new(404, "no-document", "No such document", "The library holds no document with this id in this collection.");

    /// <summary>Gets the answer to a source of documents that does not exist.</summary>
    public static Problem NoKnowledgeSource { get; } = new(404, "no-knowledge-source", "No such source", "There is no source of documents with this name. GET /api/v1/knowledge/progress lists them.");

    /// <summary>Gets the answer to a file that did not fail.</summary>
    public static Problem NoFailure { get; } = new(404, "no-failure", "No such failure", "No file of this name waits to be tried again in this collection. It may have been read by now.");

    /// <summary>Gets the answer to an attachment that does not exist or is somebody else's.</summary>
    public static Problem NoAttachment { get; } = new(404, "no-attachment", "No such attachment", "You have no uploaded document with this id. Upload it again.");

    /// <summary>Gets the answer to an upload that holds no file or breaks off.</summary>
    public static Problem BadUpload { get; } = new(400, "bad-upload", "The upload can't be read", "Send the files as multipart/form-data, each with its name, and whole.");

    /// <summary>Gets the answer to an upload for which there is no room.</summary>
    public static Problem NoRoom { get; } = new(507, "no-room", "No room for the file", "The disk of the service is full, so the file could not be kept. Tell whoever runs the service to make room, then send it again.");

    /// <summary>Gets the answer to too many files at once.</summary>
    public static Problem TooManyFiles { get; } = new(400, "too-many-files", "Too many files", "One upload may hold 10 files. Send the others in another one.");

    /// <summary>Gets the answer to a query that can't be looked for.</summary>
    public static Problem BadFind { get; } = new(400, "bad-find", "The query can't be looked for", $"query must be 1 to {QuestionShape.MaxLength} characters, role one of {string.Join(", ", RoleNames.All)}, asOf a date like 2026-03-31.");

    /// <summary>Gets the answer to a proposal that does not exist.</summary>
    public static Problem NoProposal { get; } = new(404, "no-proposal", "No such proposal", "There is no proposal with this id that you may see.");

    /// <summary>Gets the answer to a business document that does not exist, or is of another company.</summary>
    public static Problem NoBusinessDocument { get; } = new(404, "no-business-document", "No such document", "There is no document with this id on the desk that you may see.");

    /// <summary>Gets the answer to a step that stands there no more.</summary>
    public static Problem StepChanged { get; } = new(409, "changed-meanwhile", "Not as you saw it", "Something changed since this was recommended, and another action stands in its place. Compare the document again.");

    /// <summary>Gets the answer to a company that the caller does not work for.</summary>
    public static Problem NotYourCompany { get; } = new(403, "not-your-company", "Not your company", "company must be one of those that GET /api/v1/me lists.");

    /// <summary>Gets the answer to a lesson that does not exist.</summary>
    public static Problem NoLesson { get; } = new(404, "no-lesson", "No such lesson", "Nothing with this id was learned in your companies.");

    /// <summary>Gets the answer to an exception that does not exist.</summary>
    public static Problem NoException { get; } = new(404, "no-exception", "No such exception", "There is no exception with this id that you may see.");

    /// <summary>Gets the answer to a state whose reason can't be kept.</summary>
    public static Problem BadReason { get; } = new(400, "bad-reason", "The reason can't be kept", "reason may have 500 characters, and to dismiss there must be one.");

    /// <summary>Gets the answer to a webhook that does not know the secret.</summary>
    public static Problem WrongSecret { get; } = new(401, "wrong-secret", "Wrong secret", "Send the shared secret in the header X-Copilot-Secret, or as ?secret= where the sender can set no header.");

    /// <summary>Gets the answer to a decision that can't be read.</summary>
    public static Problem BadDecision { get; } = new(400, "bad-decision", "The decision can't be kept", "comment may have 2,000 characters.");

    /// <summary>Gets the answer to a turn that the audit trail does not hold.</summary>
    public static Problem NoAudit { get; } = new(404, "no-audit", "No such turn", "The audit trail holds no turn with this id.");

    /// <summary>Gets the answer to an account that can't be linked because of its form.</summary>
    public static Problem BadLink { get; } = new(400, "bad-link", "The account can't be linked", "kind must be key or password; login and secret may have 256 characters each and must not be empty.");

    /// <summary>Gets the answer to linking an account to a persona that others play too.</summary>
    public static Problem NoLinkForPersonas { get; } = new(403, "no-link", "No account can be linked here", "This is a demo persona, which anybody who reaches this service can play. Sign in as yourself to link your account.");

    /// <summary>Gets the answer to a persona that does not exist.</summary>
    public static Problem NoPersona { get; } = new(400, "no-persona", "No such persona", $"Sign in as one of {string.Join(", ", RoleNames.All)}: {{\"persona\":\"sales-rep\"}}.");

    /// <summary>Gets the answer to a rating that is none.</summary>
    public static Problem BadFeedback { get; } = new(400, "bad-feedback", "The feedback can't be kept", "rating must be up or down; reason may have 100 characters, comment 2,000.");

    /// <summary>Gets the answer to a body that is not what the call takes.</summary>
    public static Problem BadBody { get; } = new(400, "bad-body", "The request can't be read", "The body must be JSON (Content-Type: application/json) of the shape that /openapi/v1.json shows.");

    /// <summary>Gets the answer to a body that is too long.</summary>
    public static Problem TooLarge { get; } = new(413, "too-large", "The request is too large", "A request may hold 256 KB.");

    /// <summary>Gets the answer to a caller in a hurry.</summary>
    public static Problem TooMany { get; } = new(429, "too-many-requests", "Too many requests", "Please wait a moment and try again; Retry-After says how many seconds.");

    /// <summary>Gets the answer while the service starts.</summary>
    public static Problem NotReady { get; } = new(503, "not-ready", "Starting", "The service is still starting. /readyz says when questions can be answered.");

    /// <summary>Gets the answer to Teams where no bot is configured.</summary>
    public static Problem NoTeams { get; } = new(404, "no-teams", "Teams is not set up", "No bot is configured here: Copilot__Teams__AppId and __AppSecret name one. docs/teams.md says how.");

    /// <summary>Gets the answer to a call that does not come from the channel.</summary>
    public static Problem NotTheChannel { get; } = new(401, "not-the-channel", "Not signed in", "Only the Bot Framework speaks here, with a token for this bot and this address.");

    /// <summary>Gets the answer to a channel or a directory that may not.</summary>
    public static Problem NotThisDirectory { get; } = new(403, "not-allowed", "Not allowed", "The bot does not serve this channel or directory.");

    /// <summary>Gets the answer to somebody who never wrote to the bot.</summary>
    public static Problem NoTeamsPerson { get; } = new(404, "no-teams-person", "No such person", "Nobody with this directory and id wrote to the bot. GET /api/v1/teams/people lists who did.");

    /// <summary>Gets the answer to a method that an address does not know.</summary>
    public static Problem WrongMethod { get; } = new(405, "wrong-method", "Wrong method", "This address exists, but not for this HTTP method. /openapi/v1.json lists what there is.");

    /// <summary>Makes the answer to a request that ended with nothing but a status, going by what its address takes.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The problem.</returns>
    public static Problem For(HttpContext context)
        => context.Response.StatusCode == StatusCodes.Status415UnsupportedMediaType && context.Request.Path.Equals("/api/v1/documents", StringComparison.OrdinalIgnoreCase)
            ? NoUpload(context.RequestServices.GetRequiredService<KnowledgeIngestor>().Formats)
            : ForStatus(context.Response.StatusCode);

    /// <summary>Makes the answer to a request that ended with nothing but a status.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <returns>The problem.</returns>
    public static Problem ForStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => NothingHere,
        StatusCodes.Status405MethodNotAllowed => WrongMethod,
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status415UnsupportedMediaType => BadBody with { Status = status },
        StatusCodes.Status429TooManyRequests => TooMany,
        _ => new(status, "http-" + status.ToString(CultureInfo.InvariantCulture), "Could not do this", "The request was refused."),
    };

    /// <summary>Makes the answer to an upload that is none.</summary>
    /// <param name="formats">The formats that can be read, for people.</param>
    /// <returns>The problem.</returns>
    public static Problem NoUpload(string formats) => BadUpload with { Status = StatusCodes.Status415UnsupportedMediaType, Detail = $"{BadUpload.Detail} What can be read: {formats}." };

    /// <summary>Makes the answer to a question that can't be asked.</summary>
    /// <param name="detail">What to do about it.</param>
    /// <returns>The problem.</returns>
    public static Problem BadQuestion(string detail) => new(400, "bad-question", "The question can't be asked", detail);

    /// <summary>Makes the answer to a state that does not exist.</summary>
    /// <param name="states">The states there are.</param>
    /// <returns>The problem.</returns>
    public static Problem BadState(IEnumerable<string> states) => new(400, "bad-state", "No such state", $"state must be one of {string.Join(", ", states)}.");

    /// <summary>Makes the answer to an action that a case does not have.</summary>
    /// <param name="count">How many it has.</param>
    /// <returns>The problem.</returns>
    public static Problem NoSuchAction(int count) => new(400, "no-such-action", "No such action", string.Create(CultureInfo.InvariantCulture, $"action must be the place of one of the {count} actions of this exception, from 0."));

    /// <summary>Makes the answer to a step that a document's comparison does not recommend.</summary>
    /// <param name="count">How many it recommends.</param>
    /// <returns>The problem.</returns>
    public static Problem NoSuchStep(int count) => new(400, "no-such-action", "No such action", string.Create(CultureInfo.InvariantCulture, $"action must be the place of one of the {count} actions that are recommended for this document, from 0."));

    /// <summary>Makes the answer to somebody who may not decide a proposal.</summary>
    /// <param name="detail">Who may.</param>
    /// <returns>The problem.</returns>
    public static Problem NotYourDecision(string detail) => new(403, "not-yours", "Not yours to decide", detail);

    /// <summary>Makes the answer to a decision that comes too late.</summary>
    /// <param name="detail">How the proposal stands.</param>
    /// <returns>The problem.</returns>
    public static Problem DecidedAlready(string detail) => new(409, "already-decided", "Already decided", detail);

    /// <summary>Makes the answer to a decision about a proposal whose time is over.</summary>
    /// <param name="detail">What to do.</param>
    /// <returns>The problem.</returns>
    public static Problem Lapsed(string detail) => new(409, "lapsed", "The proposal has lapsed", detail);

    /// <summary>Makes the answer to trouble a person can act on.</summary>
    /// <param name="detail">The text for people.</param>
    /// <param name="transient">Whether the same request may succeed later.</param>
    /// <returns>The problem.</returns>
    public static Problem Trouble(string detail, bool transient)
        => transient ? new(503, "unavailable", "Not possible right now", detail) : new(422, "not-possible", "Not possible", detail);

    /// <summary>Makes the answer to a fault of ours.</summary>
    /// <param name="id">The id under which it was logged.</param>
    /// <returns>The problem.</returns>
    public static Problem Fault(string id) => new(500, "fault", "Could not do this", $"Something went wrong on our side (id {id}). The id helps whoever looks into it.");

    /// <summary>Makes the result of an endpoint.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="context">The request.</param>
    /// <returns>The result.</returns>
    public static IResult ToResult(this Problem problem, HttpContext context)
    {
        Advise(context, problem);
        problem = Spoken(context, problem);
        return CompletionFault.Speaks(context)
            ? Results.Json(CompletionFault.Of(problem), statusCode: problem.Status)
            : Results.Json(Details(problem), statusCode: problem.Status, contentType: "application/problem+json");
    }

    /// <summary>Writes a problem outside an endpoint.</summary>
    /// <param name="context">The request.</param>
    /// <param name="problem">The problem.</param>
    /// <returns>A task.</returns>
    public static async Task WriteAsync(HttpContext context, Problem problem)
    {
        if (context.Response.HasStarted)
        {
            return;
        }

        context.Response.StatusCode = problem.Status;
        Advise(context, problem);
        problem = Spoken(context, problem);
        if (CompletionFault.Speaks(context))
        {
            await context.Response.WriteAsJsonAsync(CompletionFault.Of(problem), context.RequestAborted);
            return;
        }

        await context.Response.WriteAsJsonAsync(Details(problem), options: null, "application/problem+json", context.RequestAborted);
    }

    private static void Advise(HttpContext context, Problem problem)
    {
        if (problem.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        }
    }

    private static Problem Spoken(HttpContext context, Problem problem) => CallerLanguage.Asked(context.Request) is { } language ? problem.In(language) : problem;

    private static ProblemDetails Details(Problem problem) => new()
    {
        Type = "urn:distribution-copilot:problem:" + problem.Kind,
        Title = problem.Title,
        Status = problem.Status,
        Detail = problem.Detail,
    };
}
