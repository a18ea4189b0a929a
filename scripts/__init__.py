"""What turns the editions in docs/ and the rules in calculators/ into a site."""
