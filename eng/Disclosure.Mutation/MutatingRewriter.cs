using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Disclosure.Mutation;

/// <summary>
/// Puts the usual mutants into a file: relations and logic turned, negations dropped, literals moved by one, questions over a list turned,
/// a line of a switch never met, a statement left out. Constants, attributes, patterns and what is computed once at start stay as they
/// are, since a switch cannot change them while the program runs.
/// </summary>
internal sealed class MutatingRewriter(string file, int first, IReadOnlySet<int> refused) : CSharpSyntaxRewriter
{
    private static readonly Dictionary<SyntaxKind, SyntaxKind> Turned = new()
    {
        [SyntaxKind.EqualsExpression] = SyntaxKind.NotEqualsExpression,
        [SyntaxKind.NotEqualsExpression] = SyntaxKind.EqualsExpression,
        [SyntaxKind.LessThanExpression] = SyntaxKind.LessThanOrEqualExpression,
        [SyntaxKind.LessThanOrEqualExpression] = SyntaxKind.LessThanExpression,
        [SyntaxKind.GreaterThanExpression] = SyntaxKind.GreaterThanOrEqualExpression,
        [SyntaxKind.GreaterThanOrEqualExpression] = SyntaxKind.GreaterThanExpression,
        [SyntaxKind.LogicalAndExpression] = SyntaxKind.LogicalOrExpression,
        [SyntaxKind.LogicalOrExpression] = SyntaxKind.LogicalAndExpression,
        [SyntaxKind.AddExpression] = SyntaxKind.SubtractExpression,
        [SyntaxKind.SubtractExpression] = SyntaxKind.AddExpression,
    };

    private static readonly Dictionary<string, string> OtherQuestion = new()
    {
        ["Any"] = "All",
        ["All"] = "Any",
        ["Exists"] = "TrueForAll",
        ["TrueForAll"] = "Exists",
        ["FirstOrDefault"] = "LastOrDefault",
        ["LastOrDefault"] = "FirstOrDefault",
        ["First"] = "Last",
        ["Last"] = "First",
        ["Max"] = "Min",
        ["Min"] = "Max",
        ["OrderBy"] = "OrderByDescending",
        ["OrderByDescending"] = "OrderBy",
    };

    private static readonly string[] LeftOut = ["Where", "Skip", "Take", "Distinct", "Except", "SkipWhile", "TakeWhile", "Reverse"];

    /// <summary>The mutants written.</summary>
    public List<Mutant> Mutants { get; } = [];

    /// <summary>Number after the last one.</summary>
    public int Next { get; private set; } = first;

    /// <inheritdoc/>
    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => node;

    /// <inheritdoc/>
    public override SyntaxNode? VisitParameterList(ParameterListSyntax node) => node;

    /// <inheritdoc/>
    public override SyntaxNode? VisitEnumDeclaration(EnumDeclarationSyntax node) => node;

    /// <inheritdoc/>
    public override SyntaxNode? VisitCaseSwitchLabel(CaseSwitchLabelSyntax node) => node;

    /// <inheritdoc/>
    public override SyntaxNode? VisitInterpolatedStringExpression(InterpolatedStringExpressionSyntax node) => node;

    /// <inheritdoc/>
    public override SyntaxNode? VisitPrimaryConstructorBaseType(PrimaryConstructorBaseTypeSyntax node) => node;

    /// <inheritdoc/>
    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node) => node;

    /// <inheritdoc/>
    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node) =>
        node.Initializer is null ? base.VisitPropertyDeclaration(node) : node;

    /// <inheritdoc/>
    public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node) =>
        node.IsConst ? node : base.VisitLocalDeclarationStatement(node);

    // A pattern holds constants only; what it asks is turned as a whole, with the expression around it.
    /// <inheritdoc/>
    public override SyntaxNode? VisitIsPatternExpression(IsPatternExpressionSyntax node)
    {
        var visited = node.WithExpression((ExpressionSyntax)Visit(node.Expression)!);
        return Names(node) ? visited : Either(node, visited, "is / is not", Not(node));
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitConstantPattern(ConstantPatternSyntax node) => node;

    /// <inheritdoc/>
    public override SyntaxNode? VisitRelationalPattern(RelationalPatternSyntax node) => node;

    /// <inheritdoc/>
    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var visited = (ExpressionSyntax)base.VisitBinaryExpression(node)!;
        if (!Turned.TryGetValue(node.Kind(), out var other) || Names(node) || (node.Kind() == SyntaxKind.AddExpression && Text(node)))
        {
            return visited;
        }
        var token = SyntaxFactory
            .Token(
                other switch
                {
                    SyntaxKind.EqualsExpression => SyntaxKind.EqualsEqualsToken,
                    SyntaxKind.NotEqualsExpression => SyntaxKind.ExclamationEqualsToken,
                    SyntaxKind.LessThanExpression => SyntaxKind.LessThanToken,
                    SyntaxKind.LessThanOrEqualExpression => SyntaxKind.LessThanEqualsToken,
                    SyntaxKind.GreaterThanExpression => SyntaxKind.GreaterThanToken,
                    SyntaxKind.GreaterThanOrEqualExpression => SyntaxKind.GreaterThanEqualsToken,
                    SyntaxKind.LogicalAndExpression => SyntaxKind.AmpersandAmpersandToken,
                    SyntaxKind.LogicalOrExpression => SyntaxKind.BarBarToken,
                    SyntaxKind.AddExpression => SyntaxKind.PlusToken,
                    _ => SyntaxKind.MinusToken,
                }
            )
            .WithTriviaFrom(node.OperatorToken);
        return Either(
            node,
            visited,
            $"{node.OperatorToken.Text} → {token.Text}",
            SyntaxFactory.BinaryExpression(other, node.Left, token, node.Right)
        );
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        var visited = (ExpressionSyntax)base.VisitPrefixUnaryExpression(node)!;
        return node.IsKind(SyntaxKind.LogicalNotExpression) && !Names(node) ? Either(node, visited, "! dropped", node.Operand) : visited;
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node) =>
        node.Kind() switch
        {
            SyntaxKind.TrueLiteralExpression => Either(
                node,
                node,
                "true → false",
                SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression)
            ),
            SyntaxKind.FalseLiteralExpression => Either(
                node,
                node,
                "false → true",
                SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression)
            ),
            SyntaxKind.NumericLiteralExpression when node.Token.Value is int number => Either(
                node,
                node,
                "number + 1",
                SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(number + 1))
            ),
            _ => node,
        };

    /// <inheritdoc/>
    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (node.Expression is IdentifierNameSyntax { Identifier.Text: "nameof" })
        {
            return node;
        }
        var visited = (ExpressionSyntax)base.VisitInvocationExpression(node)!;
        if (Names(node) || node.Expression is not MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } call)
        {
            return visited;
        }
        if (
            OtherQuestion.TryGetValue(name.Identifier.Text, out var other)
            && (node.ArgumentList.Arguments.Count > 0 || other is not ("All" or "TrueForAll"))
        )
        {
            return Either(node, visited, $"{name} → {other}", node.WithExpression(call.WithName(SyntaxFactory.IdentifierName(other))));
        }
        return LeftOut.Contains(name.Identifier.Text) ? Either(node, visited, $"{name} left out", call.Expression) : visited;
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        var visited = (ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!;
        return Names(node) || Asked(node.Condition)
            ? visited
            : visited.WithCondition(Either(node.Condition, visited.Condition, "condition turned", Not(node.Condition)));
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
    {
        var visited = (IfStatementSyntax)base.VisitIfStatement(node)!;
        return Names(node.Condition) || Asked(node.Condition)
            ? visited
            : visited.WithCondition(Either(node.Condition, visited.Condition, "condition turned", Not(node.Condition)));
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitSwitchExpressionArm(SwitchExpressionArmSyntax node)
    {
        var visited = node.WithExpression((ExpressionSyntax)Visit(node.Expression)!);
        visited = node.WhenClause is null ? visited : visited.WithWhenClause((WhenClauseSyntax)Visit(node.WhenClause)!);
        if (node is { Pattern: DiscardPatternSyntax, WhenClause: null } || Take(node, "line never met", "", out var id))
        {
            return visited;
        }
        var never = Call(id, "!");
        var when = visited.WhenClause is { } clause
            ? SyntaxFactory.BinaryExpression(
                SyntaxKind.LogicalAndExpression,
                never,
                SyntaxFactory.ParenthesizedExpression(clause.Condition)
            )
            : never;
        return visited.WithWhenClause(
            SyntaxFactory
                .WhenClause(
                    SyntaxFactory
                        .Token(SyntaxKind.WhenKeyword)
                        .WithLeadingTrivia(SyntaxFactory.Space)
                        .WithTrailingTrivia(SyntaxFactory.Space),
                    when
                )
                .WithTrailingTrivia(SyntaxFactory.Space)
        );
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        var visited = (ExpressionStatementSyntax)base.VisitExpressionStatement(node)!;
        return
            node.Expression is InvocationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax
            && node.Parent is BlockSyntax
            && !Declares(node)
            ? Unless(node, visited)
            : visited;
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitYieldStatement(YieldStatementSyntax node) =>
        node.IsKind(SyntaxKind.YieldReturnStatement) && node.Parent is BlockSyntax
            ? Unless(node, (StatementSyntax)base.VisitYieldStatement(node)!)
            : base.VisitYieldStatement(node);

    // Gives names their first value: without it what follows would not compile.
    private static bool Declares(ExpressionStatementSyntax node) =>
        node.DescendantNodes().Any(n => n is DeclarationExpressionSyntax)
        || (
            node.Expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax to }
            && node.Ancestors()
                .OfType<BlockSyntax>()
                .SelectMany(b => b.DescendantNodes().OfType<VariableDeclaratorSyntax>())
                .Any(v => v.Initializer is null && v.Identifier.Text == to.Identifier.Text)
        );

    // Declares a name that is used outside of it: it cannot stand in two branches.
    private static bool Names(SyntaxNode node) =>
        node.DescendantNodes(n => n is not AnonymousFunctionExpressionSyntax and not SwitchExpressionSyntax)
            .Any(n => n is SingleVariableDesignationSyntax or ParenthesizedVariableDesignationSyntax)
        || node.DescendantNodes().Any(n => n is AwaitExpressionSyntax);

    // Turned already by a mutant of its own operator.
    private static bool Asked(ExpressionSyntax condition) =>
        condition is IsPatternExpressionSyntax
        || (condition is PrefixUnaryExpressionSyntax p && p.IsKind(SyntaxKind.LogicalNotExpression))
        || (condition is BinaryExpressionSyntax b && Turned.ContainsKey(b.Kind()));

    private static bool Text(BinaryExpressionSyntax node) =>
        node.DescendantNodes().Any(n => n is InterpolatedStringExpressionSyntax || n.IsKind(SyntaxKind.StringLiteralExpression));

    private static PrefixUnaryExpressionSyntax Not(ExpressionSyntax e) =>
        SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, SyntaxFactory.ParenthesizedExpression(e.WithoutTrivia()));

    private static ExpressionSyntax Call(int id, string before = "") => SyntaxFactory.ParseExpression($"\n{before}MutantSwitch.On({id}) ");

    private ExpressionSyntax Either(ExpressionSyntax node, ExpressionSyntax visited, string what, ExpressionSyntax other) =>
        Take(node, what, other.ToString(), out var id)
            ? visited
            : SyntaxFactory
                .ParenthesizedExpression(
                    SyntaxFactory.ConditionalExpression(
                        Call(id),
                        SyntaxFactory.ParenthesizedExpression(other.WithoutTrivia()),
                        SyntaxFactory.ParenthesizedExpression(visited.WithoutTrivia())
                    )
                )
                .WithTriviaFrom(node);

    private StatementSyntax Unless(StatementSyntax node, StatementSyntax visited) =>
        Take(node, "statement left out", "", out var id)
            ? visited
            : SyntaxFactory.IfStatement(Call(id, "!"), SyntaxFactory.Block(visited.WithoutTrivia())).WithTriviaFrom(node);

    // True when this mutant is left out; its number is used up either way.
    private bool Take(SyntaxNode node, string what, string after, out int id)
    {
        id = Next++;
        if (refused.Contains(id))
        {
            return true;
        }
        Mutants.Add(
            new Mutant(
                id,
                file,
                node.GetLocation().GetLineSpan().StartLinePosition.Line + 1,
                what,
                OneLine(node.ToString()),
                OneLine(after)
            )
        );
        return false;
    }

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[])[' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length > 160 ? line[..160] + "…" : line;
    }
}
