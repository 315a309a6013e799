namespace Copilot.Contracts;

/// <summary>The lock: decides what may be asked, called and shown. Implemented by Governance, asked by Conversation.</summary>
public interface IGuard
{
    /// <summary>Screens a question before anything is looked up.</summary>
    /// <param name="request">The question and who asks.</param>
    /// <param name="cancellationToken">Stops the screening.</param>
    /// <returns>Whether to go on, and how risky the turn is.</returns>
    ValueTask<GuardVerdict> ScreenQuestionAsync(TurnRequest request, CancellationToken cancellationToken);

    /// <summary>Looks for signs of steering in text from outside (passages, tickets, ERP fields, file names) before a model reads it.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The signs found (rule names); a turn that met any may not write without a person's decision.</returns>
    IReadOnlyList<string> ScreenOutside(string text);

    /// <summary>Decides one tool call. Unknown means no.</summary>
    /// <param name="request">The turn.</param>
    /// <param name="tool">The tool that would run.</param>
    /// <param name="call">The exact call; the permit covers this one and no other.</param>
    /// <param name="verdict">What the screening of the question said.</param>
    /// <returns>A permit, or a refusal with its reason.</returns>
    PermitVerdict RequestPermit(TurnRequest request, ToolDefinition tool, ToolCall call, GuardVerdict verdict);

    /// <summary>Screens an answer before it leaves: no links or images to hosts that are not allowed, no markup.</summary>
    /// <param name="request">The turn.</param>
    /// <param name="answer">Markdown.</param>
    /// <returns>The answer as it may leave.</returns>
    string ScreenAnswer(TurnRequest request, string answer);
}
