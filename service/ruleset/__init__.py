"""What does a rule mean, and did it fire?"""
